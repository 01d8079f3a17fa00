<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
    <context>
        <name>AnnotationPanel</name>
        <message>
            <source>Nothing to review yet</source>
            <translation>Ainda não há nada para revisar</translation>
        </message>
        <message>
            <source>Here you will see every sector, first those that need you most. Detect sectors in an image, or open a project file that has some.</source>
            <translation>Aqui você verá todos os setores, primeiro os que mais precisam de sua atenção. Detecte setores em uma imagem ou abra um arquivo de projeto que já os tenha.</translation>
        </message>
        <message>
            <source>&amp;Detect mining sectors</source>
            <translation>&amp;Detectar setores de mineração</translation>
        </message>
        <message>
            <source>Find sectors in an image.</source>
            <translation>Procurar setores em uma imagem.</translation>
        </message>
        <message>
            <source>&amp;Open a project file</source>
            <translation>&amp;Abrir um arquivo de projeto</translation>
        </message>
        <message>
            <source>A GeoPackage of an earlier day.</source>
            <translation>Um GeoPackage de um dia anterior.</translation>
        </message>
        <message>
            <source>Which sectors: one layer for each image</source>
            <translation>Quais setores: uma camada para cada imagem</translation>
        </message>
        <message>
            <source>Sector layer</source>
            <translation>Camada de setores</translation>
        </message>
        <message>
            <source>Show sectors in this state</source>
            <translation>Mostrar os setores neste estado</translation>
        </message>
        <message>
            <source>State shown</source>
            <translation>Estado mostrado</translation>
        </message>
        <message>
            <source>Show sectors of this class</source>
            <translation>Mostrar os setores desta classe</translation>
        </message>
        <message>
            <source>Class shown</source>
            <translation>Classe mostrada</translation>
        </message>
        <message>
            <source>Sectors, first those that need a person most</source>
            <translation>Setores, primeiro os que mais precisam da decisão de uma pessoa</translation>
        </message>
        <message>
            <source>R&amp;eason</source>
            <translation>&amp;Motivo</translation>
        </message>
        <message>
            <source>Image &amp;date</source>
            <translation>&amp;Data da imagem</translation>
        </message>
        <message>
            <source>such as 2021-02-27</source>
            <translation>por exemplo 2021-02-27</translation>
        </message>
        <message>
            <source>Image &amp;source</source>
            <translation>&amp;Fonte da imagem</translation>
        </message>
        <message>
            <source>For all sectors of this &amp;image that lack them</source>
            <translation>Para todos os setores desta &amp;imagem que não as têm</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Agora não</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprovar</translation>
        </message>
        <message>
            <source>Approve (A)</source>
            <translation>Aprovar (A)</translation>
        </message>
        <message>
            <source>You have looked at it and it is right (A)</source>
            <translation>Você o examinou e está correto (A)</translation>
        </message>
        <message>
            <source>Reject (R)</source>
            <translation>Rejeitar (R)</translation>
        </message>
        <message>
            <source>It is wrong; say why. It stays in the file, marked as rejected (R)</source>
            <translation>Está errado; diga por quê. Ele fica no arquivo, marcado como rejeitado (R)</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Próximo</translation>
        </message>
        <message>
            <source>Go to the next sector (Space)</source>
            <translation>Ir para o próximo setor (Espaço)</translation>
        </message>
        <message>
            <source>Undo the last change (Z)</source>
            <translation>Desfazer a última alteração (Z)</translation>
        </message>
        <message>
            <source>Undo the last change</source>
            <translation>Desfazer a última alteração</translation>
        </message>
        <message>
            <source>?</source>
            <translation>?</translation>
        </message>
        <message>
            <source>Show all keys (?)</source>
            <translation>Mostrar todas as teclas (?)</translation>
        </message>
        <message>
            <source>Show all keys</source>
            <translation>Mostrar todas as teclas</translation>
        </message>
    </context>
    <context>
        <name>DetectionOptionsForm</name>
        <message>
            <source>Which band of the image plays which role for the model</source>
            <translation>Qual função cada banda da imagem tem no modelo</translation>
        </message>
        <message>
            <source>M&amp;inimum confidence</source>
            <translation>Con&amp;fiança mínima</translation>
        </message>
        <message>
            <source>Ground where no class reaches this score becomes "other". 0 keeps the best class everywhere.</source>
            <translation>O terreno onde nenhuma classe atinge esta pontuação passa a "outro". Com 0, a melhor classe é sempre mantida.</translation>
        </message>
        <message>
            <source>Tile &amp;overlap</source>
            <translation>&amp;Sobreposição dos blocos</translation>
        </message>
        <message>
            <source>More overlap hides tile borders better and takes longer.</source>
            <translation>Uma sobreposição maior esconde melhor as bordas dos blocos e demora mais.</translation>
        </message>
        <message>
            <source>as the model says</source>
            <translation>conforme o modelo</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Smallest &amp;area</source>
            <translation>Ár&amp;ea mínima</translation>
        </message>
        <message>
            <source>Smaller polygons go to the neighbour with which they share most border.</source>
            <translation>Os polígonos menores são unidos ao vizinho com que compartilham mais borda.</translation>
        </message>
        <message>
            <source>keep all</source>
            <translation>manter todos</translation>
        </message>
        <message>
            <source> m²</source>
            <translation> m²</translation>
        </message>
        <message>
            <source>Simplif&amp;y borders</source>
            <translation>Simplificar &amp;bordas</translation>
        </message>
        <message>
            <source>Neighbours keep their common border: there is no gap and no overlap afterwards.</source>
            <translation>Os vizinhos mantêm a borda comum: não restam vazios nem sobreposições.</translation>
        </message>
        <message>
            <source>keep pixel edges</source>
            <translation>manter bordas dos pixels</translation>
        </message>
        <message>
            <source> pixels</source>
            <translation> pixels</translation>
        </message>
        <message>
            <source>Also keep the class &amp;raster</source>
            <translation>Manter também o raster de c&amp;lasses</translation>
        </message>
        <message>
            <source>Also keep the confidence ra&amp;ster</source>
            <translation>Manter também o raster de confianç&amp;a</translation>
        </message>
    </context>
    <context>
        <name>DetectionPanel</name>
        <message>
            <source>Set up the engine…</source>
            <translation>Instalar o motor…</translation>
        </message>
        <message>
            <source>&amp;Image</source>
            <translation>&amp;Imagem</translation>
        </message>
        <message>
            <source>&amp;Model</source>
            <translation>&amp;Modelo</translation>
        </message>
        <message>
            <source>Add or check a model</source>
            <translation>Adicionar ou verificar um modelo</translation>
        </message>
        <message>
            <source>&amp;Where</source>
            <translation>&amp;Onde</translation>
        </message>
        <message>
            <source>Draw a rectangle on the map</source>
            <translation>Desenhar um retângulo no mapa</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Opções</translation>
        </message>
        <message>
            <source>&amp;Review the sectors</source>
            <translation>&amp;Revisar os setores</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;Cancelar</translation>
        </message>
        <message>
            <source>&amp;Detect mining sectors</source>
            <translation>&amp;Detectar setores de mineração</translation>
        </message>
    </context>
    <context>
        <name>EngineSetup</name>
        <message>
            <source>Set up the engine</source>
            <translation>Instalar o motor</translation>
        </message>
        <message>
            <source>Without internet, or own Python</source>
            <translation>Sem internet, ou com Python próprio</translation>
        </message>
        <message>
            <source>Folder of &amp;wheels (offline)</source>
            <translation>Pasta de &amp;wheels (sem conexão)</translation>
        </message>
        <message>
            <source>&amp;Python that has the packages already</source>
            <translation>&amp;Python que já tem os pacotes</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>&amp;Set up now</source>
            <translation>&amp;Instalar agora</translation>
        </message>
    </context>
    <context>
        <name>ImageryPanel</name>
        <message>
            <source>Start with an image</source>
            <translation>Comece com uma imagem</translation>
        </message>
        <message>
            <source>Mining Monitor finds mining sectors in satellite, aerial and drone images. Every polygon is a draft until you have looked at it.</source>
            <translation>O Mining Monitor encontra setores de mineração em imagens de satélite, aéreas e de drone. Cada polígono é um rascunho até que você o tenha examinado.</translation>
        </message>
        <message>
            <source>&amp;Open an image</source>
            <translation>&amp;Abrir uma imagem</translation>
        </message>
        <message>
            <source>Any raster that QGIS opens. Or drop the file here.</source>
            <translation>Qualquer raster que o QGIS abra. Ou solte o arquivo aqui.</translation>
        </message>
        <message>
            <source>&amp;Try the sample scene</source>
            <translation>&amp;Testar a cena de exemplo</translation>
        </message>
        <message>
            <source>A made-up mine of 105 km² at 10 m, drawn on this computer. Good for a first look.</source>
            <translation>Uma mina fictícia de 105 km² a 10 m, desenhada neste computador. Boa para uma primeira olhada.</translation>
        </message>
        <message>
            <source>&amp;Images in this project</source>
            <translation>&amp;Imagens deste projeto</translation>
        </message>
        <message>
            <source>&amp;Add image…</source>
            <translation>&amp;Adicionar imagem…</translation>
        </message>
        <message>
            <source>Sample s&amp;cene</source>
            <translation>&amp;Cena de exemplo</translation>
        </message>
        <message>
            <source>Draws a made-up mine on this computer and opens it</source>
            <translation>Desenha uma mina fictícia neste computador e a abre</translation>
        </message>
        <message>
            <source>Zoom to the image</source>
            <translation>Zoom para a imagem</translation>
        </message>
        <message>
            <source>&amp;Detect in this image</source>
            <translation>&amp;Detectar nesta imagem</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>MiningMonitor</name>
        <message>
            <source>Mining sectors</source>
            <translation>Setores de mineração</translation>
        </message>
        <message>
            <source>mining,mine,sector,lames,tailings,pit,waste rock,remote sensing</source>
            <translation>mineração,mina,setor,lames,rejeitos,cava,pilha de estéril,sensoriamento remoto</translation>
        </message>
        <message>
            <source>Detect mining sectors</source>
            <translation>Detectar setores de mineração</translation>
        </message>
        <message>
            <source>&lt;p&gt;Finds open pits, waste rock dumps, tailings facilities and the other LAMES sector classes in an image and draws them as polygons that share their borders. Nothing leaves this computer.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Model&lt;/b&gt;: an .onnx file or a model card (.json); empty takes the default model. &lt;b&gt;Bands&lt;/b&gt;: which band plays which role, such as red=4,green=3,blue=2; empty takes them from the band names and their order. &lt;b&gt;Overlap&lt;/b&gt;: how far the model's tiles overlap, in per cent of a tile; empty takes the model's own. &lt;b&gt;Minimum confidence&lt;/b&gt;: pixels below it become no sector. &lt;b&gt;Minimum area&lt;/b&gt;: smaller polygons go to the neighbour with which they share most border. &lt;b&gt;Simplify&lt;/b&gt;: tolerance in pixels; 0 keeps the edges of the pixels. &lt;b&gt;Valid mask&lt;/b&gt;: where it is 0 or nodata the ground counts as not observed.&lt;/p&gt;&lt;p&gt;The result is a draft: every polygon wants a person's review before it is reported. Ground that could not be seen is 255 in the class raster, never "no mine".&lt;/p&gt;</source>
            <translation>&lt;p&gt;Encontra cavas a céu aberto, pilhas de estéril, barragens de rejeitos e as demais classes de setores LAMES em uma imagem e as desenha como polígonos que compartilham suas bordas. Nada sai deste computador.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Modelo&lt;/b&gt;: um arquivo .onnx ou uma ficha de modelo (.json); vazio usa o modelo padrão. &lt;b&gt;Bandas&lt;/b&gt;: qual função cada banda tem, por exemplo red=4,green=3,blue=2; vazio deduz dos nomes das bandas e de sua ordem. &lt;b&gt;Sobreposição&lt;/b&gt;: quanto os blocos do modelo se sobrepõem, em por cento de um bloco; vazio usa o valor do modelo. &lt;b&gt;Confiança mínima&lt;/b&gt;: os pixels abaixo dela não formam setores. &lt;b&gt;Área mínima&lt;/b&gt;: os polígonos menores são unidos ao vizinho com que compartilham mais borda. &lt;b&gt;Simplificar&lt;/b&gt;: tolerância em pixels; 0 mantém as bordas dos pixels. &lt;b&gt;Máscara de validade&lt;/b&gt;: onde é 0 ou sem dados, o terreno conta como não observado.&lt;/p&gt;&lt;p&gt;O resultado é um rascunho: cada polígono exige a revisão de uma pessoa antes de ser relatado. O terreno que não pôde ser visto vale 255 no raster de classes, nunca "sem mina".&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Finds mining sectors in an image and draws them as polygons of the LAMES classes.</source>
            <translation>Encontra setores de mineração em uma imagem e os desenha como polígonos das classes LAMES.</translation>
        </message>
        <message>
            <source>none</source>
            <translation>nenhum</translation>
        </message>
        <message>
            <source>Model (empty: the default model)</source>
            <translation>Modelo (vazio: o modelo padrão)</translation>
        </message>
        <message>
            <source>Models (*.onnx *.json)</source>
            <translation>Modelos (*.onnx *.json)</translation>
        </message>
        <message>
            <source>Valid mask</source>
            <translation>Máscara de validade</translation>
        </message>
        <message>
            <source>Overlap of tiles (per cent; empty: the model's)</source>
            <translation>Sobreposição dos blocos (por cento; vazio: a do modelo)</translation>
        </message>
        <message>
            <source>Minimum confidence (0 to 1)</source>
            <translation>Confiança mínima (0 a 1)</translation>
        </message>
        <message>
            <source>Minimum area (m²)</source>
            <translation>Área mínima (m²)</translation>
        </message>
        <message>
            <source>Simplify (pixels)</source>
            <translation>Simplificar (pixels)</translation>
        </message>
        <message>
            <source>{} sectors ({}). Observed {:.2f} km², not observed {:.2f} km². {:.1f} s, model {}.</source>
            <translation>{} setores ({}). Observado: {:.2f} km², não observado: {:.2f} km². {:.1f} s, modelo {}.</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Imagem</translation>
        </message>
        <message>
            <source>Extent (empty: the whole image)</source>
            <translation>Extensão (vazio: a imagem inteira)</translation>
        </message>
        <message>
            <source>Bands, as role=index (empty: guessed)</source>
            <translation>Bandas, como função=índice (vazio: deduzidas)</translation>
        </message>
        <message>
            <source>Sectors</source>
            <translation>Setores</translation>
        </message>
        <message>
            <source>Class raster</source>
            <translation>Raster de classes</translation>
        </message>
        <message>
            <source>Confidence raster</source>
            <translation>Raster de confiança</translation>
        </message>
        <message>
            <source>The algorithm was not prepared.</source>
            <translation>O algoritmo não foi preparado.</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <source>The engine's result {} cannot be read.</source>
            <translation>Não é possível ler o resultado do motor {}.</translation>
        </message>
        <message>
            <source>The valid mask '{}' is no raster file. Save it as a GeoTIFF first.</source>
            <translation>A máscara de validade '{}' não é um arquivo raster. Salve-a primeiro como GeoTIFF.</translation>
        </message>
        <message>
            <source>The sectors cannot be written: {}</source>
            <translation>Não é possível gravar os setores: {}</translation>
        </message>
        <message>
            <source>The image cannot be opened: {}</source>
            <translation>Não é possível abrir a imagem: {}</translation>
        </message>
        <message>
            <source>Export sectors as GeoJSON</source>
            <translation>Exportar setores como GeoJSON</translation>
        </message>
        <message>
            <source>&lt;p&gt;Writes sectors as GeoJSON.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Profile&lt;/b&gt;: &lt;i&gt;report&lt;/i&gt; follows RFC 7946 (WGS 84, seven decimals, ISO dates) with review and provenance fields; &lt;i&gt;lames&lt;/i&gt; has the keys, order and padding of the published LAMES files. &lt;b&gt;States&lt;/b&gt;: which review states go into the file. &lt;b&gt;Generalise&lt;/b&gt;: replaces each polygon by its cell of a grid of that many degrees, for places whose exact position must not be published; never random.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Grava setores como GeoJSON.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Perfil&lt;/b&gt;: &lt;i&gt;report&lt;/i&gt; segue a RFC 7946 (WGS 84, sete decimais, datas ISO) com campos de revisão e procedência; &lt;i&gt;lames&lt;/i&gt; tem as chaves, a ordem e o preenchimento dos arquivos LAMES publicados. &lt;b&gt;Estados&lt;/b&gt;: quais estados de revisão vão para o arquivo. &lt;b&gt;Generalizar&lt;/b&gt;: substitui cada polígono por sua célula de uma grade desse número de graus, para locais cuja posição exata não deve ser publicada; nunca ao acaso.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Writes sectors as GeoJSON, as LAMES publishes them or for a report.</source>
            <translation>Grava setores como GeoJSON, tal como o LAMES os publica ou para um relatório.</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Perfil</translation>
        </message>
        <message>
            <source>Review states to include</source>
            <translation>Estados de revisão a incluir</translation>
        </message>
        <message>
            <source>Generalise (degrees)</source>
            <translation>Generalizar (graus)</translation>
        </message>
        <message>
            <source>GeoJSON</source>
            <translation>GeoJSON</translation>
        </message>
        <message>
            <source>GeoJSON files (*.geojson)</source>
            <translation>Arquivos GeoJSON (*.geojson)</translation>
        </message>
        <message>
            <source>{} sectors in {}</source>
            <translation>{} setores em {}</translation>
        </message>
        <message>
            <source>SHA-256 {}</source>
            <translation>SHA-256 {}</translation>
        </message>
        <message>
            <source>Left out ({}): {}</source>
            <translation>Omitidos ({}): {}</translation>
        </message>
        <message>
            <source>The sectors cannot be opened: {}</source>
            <translation>Não é possível abrir os setores: {}</translation>
        </message>
        <message>
            <source>The edit was saved, but its log entry could not be written to {}: {}</source>
            <translation>A edição foi salva, mas não foi possível gravar sua entrada de registro em {}: {}</translation>
        </message>
        <message>
            <source>'{}' is no band choice. Write role=index, for example red=4,green=3,blue=2.</source>
            <translation>'{}' não é uma escolha de bandas. Escreva função=índice, por exemplo red=4,green=3,blue=2.</translation>
        </message>
        <message>
            <source>The band role '{}' is given twice.</source>
            <translation>A função de banda '{}' aparece duas vezes.</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Edição</translation>
        </message>
        <message>
            <source>Class {}</source>
            <translation>Classe {}</translation>
        </message>
        <message>
            <source>State {}</source>
            <translation>Estado {}</translation>
        </message>
        <message>
            <source>These fields are not edited by hand: {}</source>
            <translation>Estes campos não são editados à mão: {}</translation>
        </message>
        <message>
            <source>'{}' cannot be taken back: the sectors were changed by someone else since.</source>
            <translation>'{}' não pode ser desfeito: outra pessoa alterou os setores desde então.</translation>
        </message>
        <message>
            <source>'{}' cannot be edited: it is read-only.</source>
            <translation>'{}' não pode ser editado: é somente leitura.</translation>
        </message>
        <message>
            <source>The edit could not be saved in '{}' and was taken back: {}</source>
            <translation>A edição não pôde ser salva em '{}' e foi desfeita: {}</translation>
        </message>
        <message>
            <source>The edit could not be saved in '{}' yet. It is kept and saved with the next one: {}</source>
            <translation>A edição ainda não pôde ser salva em '{}'. Ela é mantida e será salva com a próxima: {}</translation>
        </message>
        <message>
            <source>'{}' does not take the edit.</source>
            <translation>'{}' não aceita a edição.</translation>
        </message>
        <message>
            <source>'{}' cannot be saved for the export: {}</source>
            <translation>'{}' não pode ser salvo para a exportação: {}</translation>
        </message>
        <message>
            <source>The extent is empty. Zoom to the place or draw a rectangle.</source>
            <translation>A extensão está vazia. Aproxime o mapa do local ou desenhe um retângulo.</translation>
        </message>
        <message>
            <source>'{}' has no polygons. Choose a polygon layer.</source>
            <translation>'{}' não tem polígonos. Escolha uma camada de polígonos.</translation>
        </message>
        <message>
            <source>No polygon of '{}' is selected. Select one or more.</source>
            <translation>Nenhum polígono de '{}' está selecionado. Selecione um ou mais.</translation>
        </message>
        <message>
            <source>The selected polygons of '{}' enclose no area.</source>
            <translation>Os polígonos selecionados de '{}' não cercam nenhuma área.</translation>
        </message>
        <message>
            <source>The extent cannot be transformed to the CRS of the image ({}).</source>
            <translation>A extensão não pode ser transformada para o SRC da imagem ({}).</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nome</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Classe</translation>
        </message>
        <message>
            <source>Image date</source>
            <translation>Data da imagem</translation>
        </message>
        <message>
            <source>Second image date</source>
            <translation>Data da segunda imagem</translation>
        </message>
        <message>
            <source>Image source</source>
            <translation>Fonte da imagem</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Sítio</translation>
        </message>
        <message>
            <source>Identifier</source>
            <translation>Identificador</translation>
        </message>
        <message>
            <source>Class key</source>
            <translation>Chave da classe</translation>
        </message>
        <message>
            <source>Review state</source>
            <translation>Estado de revisão</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Confiança</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>Área (m²)</translation>
        </message>
        <message>
            <source>Drawn by</source>
            <translation>Desenhado por</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Execução</translation>
        </message>
        <message>
            <source>Scene</source>
            <translation>Cena</translation>
        </message>
        <message>
            <source>Ground sampling distance (m)</source>
            <translation>Distância de amostragem no terreno (m)</translation>
        </message>
        <message>
            <source>Observed at</source>
            <translation>Observado em</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>Editor</translation>
        </message>
        <message>
            <source>Edited at</source>
            <translation>Editado em</translation>
        </message>
        <message>
            <source>Reviewer</source>
            <translation>Revisor</translation>
        </message>
        <message>
            <source>Reviewed at</source>
            <translation>Revisado em</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Comentário</translation>
        </message>
        <message>
            <source>Sector</source>
            <translation>Setor</translation>
        </message>
        <message>
            <source>Provenance</source>
            <translation>Procedência</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Analyst</source>
            <translation>Analista</translation>
        </message>
        <message>
            <source>a date as 2024-03-14, or empty</source>
            <translation>uma data como 2024-03-14, ou vazio</translation>
        </message>
        <message>
            <source>'{}' comes from Google's map tiles. Google's terms forbid image analysis and the extraction of objects from them. Choose an image of your own, or Sentinel-2.</source>
            <translation>'{}' vem dos blocos de mapa do Google. Os termos do Google proíbem analisá-los e extrair objetos deles. Escolha uma imagem própria ou Sentinel-2.</translation>
        </message>
        <message>
            <source>The layer '{}' cannot be opened. Check its source in the layer properties.</source>
            <translation>Não é possível abrir a camada '{}'. Verifique sua fonte nas propriedades da camada.</translation>
        </message>
        <message>
            <source>The layer '{}' is no file that the engine can open.</source>
            <translation>A camada '{}' não é um arquivo que o motor possa abrir.</translation>
        </message>
        <message>
            <source>Something unexpected happened: {}. The log has the details.</source>
            <translation>Ocorreu algo inesperado: {}. O registro tem os detalhes.</translation>
        </message>
        <message>
            <source>The extent needs a copy of {} x {} pixels, more than {} million. Choose a smaller extent.</source>
            <translation>A extensão exige uma cópia de {} x {} pixels, mais de {} milhões. Escolha uma extensão menor.</translation>
        </message>
        <message>
            <source>The extent needs a picture of {} x {} pixels at {:.3g} m, more than {} million. Choose a smaller extent.</source>
            <translation>A extensão exige uma imagem de {} x {} pixels a {:.3g} m, mais de {} milhões. Escolha uma extensão menor.</translation>
        </message>
        <message>
            <source>The extent has no size on the ground in {}.</source>
            <translation>A extensão não tem tamanho no terreno em {}.</translation>
        </message>
        <message>
            <source>The extent does not meet '{}'.</source>
            <translation>A extensão não toca '{}'.</translation>
        </message>
        <message>
            <source>{} exists already.</source>
            <translation>{} já existe.</translation>
        </message>
        <message>
            <source>{} cannot be written: {}</source>
            <translation>Não é possível gravar {}: {}</translation>
        </message>
        <message>
            <source>The detection has written no project file.</source>
            <translation>A detecção não gravou nenhum arquivo de projeto.</translation>
        </message>
        <message>
            <source>Observed</source>
            <translation>Observado</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>Classes</translation>
        </message>
        <message>
            <source>LAMES sector classes</source>
            <translation>Classes de setores LAMES</translation>
        </message>
        <message>
            <source>Mining Monitor - {}</source>
            <translation>Mining Monitor - {}</translation>
        </message>
        <message>
            <source>{} has no sectors: it is no project of Mining Monitor.</source>
            <translation>{} não tem setores: não é um projeto do Mining Monitor.</translation>
        </message>
        <message>
            <source>QGIS does not take the layer '{}'.</source>
            <translation>O QGIS não aceita a camada '{}'.</translation>
        </message>
        <message>
            <source>Mining Monitor</source>
            <translation>Mining Monitor</translation>
        </message>
        <message>
            <source>The layer '{}' cannot be copied.</source>
            <translation>Não é possível copiar a camada '{}'.</translation>
        </message>
        <message>
            <source>A copy of '{}' could not be written to {}.</source>
            <translation>Não foi possível gravar uma cópia de '{}' em {}.</translation>
        </message>
        <message>
            <source>'{}' delivered no picture here{}. Check the connection and the extent.</source>
            <translation>'{}' não forneceu nenhuma imagem aqui{}. Verifique a conexão e a extensão.</translation>
        </message>
        <message>
            <source>'{}' is a map service without a resolution of its own, and the model names none.</source>
            <translation>'{}' é um serviço de mapas sem resolução própria e o modelo não indica nenhuma.</translation>
        </message>
        <message>
            <source>A rejection needs a reason. Write it into the comment.</source>
            <translation>Uma rejeição precisa de um motivo. Escreva-o no comentário.</translation>
        </message>
        <message>
            <source>image date</source>
            <translation>data da imagem</translation>
        </message>
        <message>
            <source>image source</source>
            <translation>fonte da imagem</translation>
        </message>
        <message>
            <source>A sector that is '{}' cannot become '{}'.</source>
            <translation>Um setor no estado '{}' não pode passar a '{}'.</translation>
        </message>
        <message>
            <source>{} of {} sectors cannot be approved: they lack the {}.</source>
            <translation>{} de {} setores não podem ser aprovados: falta a {}.</translation>
        </message>
        <message>
            <source> and the </source>
            <translation> e a </translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Área</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>{}: drawn by hand</source>
            <translation>{}: traçado manual</translation>
        </message>
        <message>
            <source>Mean score of the class over the polygon: {:.2f}</source>
            <translation>Pontuação média da classe no polígono: {:.2f}</translation>
        </message>
        <message>
            <source>The work could not be finished.</source>
            <translation>Não foi possível terminar o trabalho.</translation>
        </message>
        <message>
            <source>Plugin and engine misunderstood each other. Please report this with the log.</source>
            <translation>O complemento e o motor não se entenderam. Relate isto com o registro.</translation>
        </message>
        <message>
            <source>Plugin and engine have different versions. Set up the engine again.</source>
            <translation>O complemento e o motor têm versões diferentes. Instale o motor novamente.</translation>
        </message>
        <message>
            <source>The engine is not set up yet. Open the settings of Mining Monitor and set it up.</source>
            <translation>O motor ainda não está instalado. Abra as configurações do Mining Monitor e instale-o.</translation>
        </message>
        <message>
            <source>The engine stopped unexpectedly. It starts again with the next request.</source>
            <translation>O motor parou inesperadamente. Ele será iniciado de novo na próxima solicitação.</translation>
        </message>
        <message>
            <source>The engine could not be set up.</source>
            <translation>Não foi possível instalar o motor.</translation>
        </message>
        <message>
            <source>The image cannot be opened or read.</source>
            <translation>Não é possível abrir ou ler a imagem.</translation>
        </message>
        <message>
            <source>The image has no coordinate reference system. Assign one in the layer properties.</source>
            <translation>A imagem não tem sistema de referência de coordenadas. Atribua um nas propriedades da camada.</translation>
        </message>
        <message>
            <source>The image lacks bands that the model needs. Assign the bands under Options.</source>
            <translation>Faltam à imagem bandas de que o modelo precisa. Atribua as bandas em Opções.</translation>
        </message>
        <message>
            <source>The extent does not meet the image. Choose another extent.</source>
            <translation>A extensão não toca a imagem. Escolha outra extensão.</translation>
        </message>
        <message>
            <source>The model cannot be used.</source>
            <translation>Não é possível usar o modelo.</translation>
        </message>
        <message>
            <source>The model's card is missing or wrong.</source>
            <translation>A ficha do modelo está faltando ou está errada.</translation>
        </message>
        <message>
            <source>The model was not found. Choose another model.</source>
            <translation>O modelo não foi encontrado. Escolha outro modelo.</translation>
        </message>
        <message>
            <source>The result could not be written. Nothing half-made was left.</source>
            <translation>Não foi possível gravar o resultado. Nada ficou pela metade.</translation>
        </message>
        <message>
            <source>The disk is full. Free some space; nothing half-made was left.</source>
            <translation>O disco está cheio. Libere espaço; nada ficou pela metade.</translation>
        </message>
        <message>
            <source>The annotations cannot be read as sectors.</source>
            <translation>As anotações não podem ser lidas como setores.</translation>
        </message>
        <message>
            <source>A parameter is out of its range.</source>
            <translation>Um parâmetro está fora do seu intervalo.</translation>
        </message>
        <message>
            <source>'{image}' has {image_gsd_m:.3g} m on the ground and the model was made for {model_gsd_m:.3g} m. Small sectors will be missed; use finer imagery or a model for this distance.</source>
            <translation>'{image}' tem {image_gsd_m:.3g} m no terreno e o modelo foi feito para {model_gsd_m:.3g} m. Setores pequenos não serão encontrados; use imagens mais finas ou um modelo para esta distância.</translation>
        </message>
        <message>
            <source>'{image}' has 8-bit values; reflectance was taken as value / {divisor}, the true-colour rule. A model for reflectance does better on the original bands.</source>
            <translation>'{image}' tem valores de 8 bits; a refletância foi tomada como valor / {divisor}, a regra da cor verdadeira. Um modelo para refletância tem melhor resultado com as bandas originais.</translation>
        </message>
        <message>
            <source>'{image}' has no scale tags; reflectance was taken as value / {divisor} without an offset. Sentinel-2 scenes of baseline 04.00 and later need -1,000 first.</source>
            <translation>'{image}' não tem etiquetas de escala; a refletância foi tomada como valor / {divisor} sem deslocamento. As cenas Sentinel-2 de linha de base 04.00 ou posterior precisam antes de um deslocamento de -1000.</translation>
        </message>
        <message>
            <source>The values of '{image}' do not look like reflectance: 1 % of them are above {p99:.4g}. Set scale tags on the image.</source>
            <translation>Os valores de '{image}' não parecem refletância: 1 % deles estão acima de {p99:.4g}. Atribua etiquetas de escala à imagem.</translation>
        </message>
        <message>
            <source>'{image}' has wide numbers that lie within 0 to 255; they were taken for 8-bit true colour as they are.</source>
            <translation>'{image}' usa números de mais de 8 bits, mas seus valores vão de 0 a 255; foram tomados como estão por cor verdadeira de 8 bits.</translation>
        </message>
        <message>
            <source>'{image}' has {dtype} values; the model wants 8-bit true colour, so they were rendered as 255 x {gain} x reflectance, clipped to 0..255.</source>
            <translation>'{image}' tem valores {dtype}; o modelo exige cor verdadeira de 8 bits, por isso foram convertidos em 255 x {gain} x refletância, limitados a 0..255.</translation>
        </message>
        <message>
            <source>{polygons} polygons keep their pixel edges: simplified by {simplify_px:g} pixels they would vanish.</source>
            <translation>{polygons} polígonos mantêm as bordas dos pixels: simplificados com {simplify_px:g} pixels, desapareceriam.</translation>
        </message>
        <message>
            <source>{polygons} polygons lie where the image's coordinate system has no position on the earth; they are left out.</source>
            <translation>{polygons} polígonos estão onde o sistema de coordenadas da imagem não tem posição na Terra; eles são omitidos.</translation>
        </message>
        <message>
            <source>The model found {found} sectors; {hectares:.1f} ha of them lie where someone has worked already. What was edited, approved or rejected there stays as it is.</source>
            <translation>O modelo encontrou {found} setores; {hectares:.1f} ha deles estão onde alguém já trabalhou. O que ali foi editado, aprovado ou rejeitado fica como está.</translation>
        </message>
        <message>
            <source>{count} dates are no ISO dates and were written as they are; correct them before you publish.</source>
            <translation>{count} datas não são datas ISO e foram gravadas como estão; corrija-as antes de publicar.</translation>
        </message>
        <message>
            <source>Fetching the image</source>
            <translation>Obtendo a imagem</translation>
        </message>
        <message>
            <source>Loading the model</source>
            <translation>Carregando o modelo</translation>
        </message>
        <message>
            <source>Opening the image</source>
            <translation>Abrindo a imagem</translation>
        </message>
        <message>
            <source>Detecting sectors</source>
            <translation>Detectando setores</translation>
        </message>
        <message>
            <source>Tracing polygons</source>
            <translation>Traçando polígonos</translation>
        </message>
        <message>
            <source>Saving the sectors</source>
            <translation>Salvando os setores</translation>
        </message>
        <message>
            <source>Making the sample scene</source>
            <translation>Criando a cena de exemplo</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Outro</translation>
        </message>
        <message>
            <source>Artisanal site</source>
            <translation>Sítio artesanal</translation>
        </message>
        <message>
            <source>Large-scale site</source>
            <translation>Sítio de grande escala</translation>
        </message>
        <message>
            <source>Heap leaching</source>
            <translation>Lixiviação em pilha</translation>
        </message>
        <message>
            <source>Mine facility</source>
            <translation>Instalação da mina</translation>
        </message>
        <message>
            <source>Open pit</source>
            <translation>Cava a céu aberto</translation>
        </message>
        <message>
            <source>Processing plant</source>
            <translation>Planta de beneficiamento</translation>
        </message>
        <message>
            <source>Stockyard</source>
            <translation>Pátio de peças e equipamentos</translation>
        </message>
        <message>
            <source>Tailings storage facility</source>
            <translation>Barragem de rejeitos</translation>
        </message>
        <message>
            <source>Waste rock dump</source>
            <translation>Pilha de estéril</translation>
        </message>
        <message>
            <source>Heap leach</source>
            <translation>Lixiviação</translation>
        </message>
        <message>
            <source>Plant</source>
            <translation>Planta</translation>
        </message>
        <message>
            <source>Tailings</source>
            <translation>Rejeitos</translation>
        </message>
        <message>
            <source>Waste rock</source>
            <translation>Estéril</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Rascunho</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>Editado</translation>
        </message>
        <message>
            <source>In review</source>
            <translation>Em revisão</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Aprovado</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Rejeitado</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Publicado</translation>
        </message>
        <message>
            <source>Not observed</source>
            <translation>Não observado</translation>
        </message>
        <message>
            <source>QGIS's task manager did not take the task.</source>
            <translation>O gerenciador de tarefas do QGIS não aceitou a tarefa.</translation>
        </message>
        <message>
            <source>Detect mining sectors: {}</source>
            <translation>Detectar setores de mineração: {}</translation>
        </message>
        <message>
            <source>Why is this sector wrong?</source>
            <translation>Por que este setor está errado?</translation>
        </message>
        <message>
            <source>Not mining</source>
            <translation>Não é mineração</translation>
        </message>
        <message>
            <source>Water</source>
            <translation>Água</translation>
        </message>
        <message>
            <source>Cloud or shadow</source>
            <translation>Nuvem ou sombra</translation>
        </message>
        <message>
            <source>Bare soil or rock</source>
            <translation>Solo exposto ou rocha</translation>
        </message>
        <message>
            <source>Wrong outline</source>
            <translation>Contorno errado</translation>
        </message>
        <message>
            <source>Double</source>
            <translation>Duplicado</translation>
        </message>
        <message>
            <source>The list is empty. Show every state and every class.</source>
            <translation>A lista está vazia. Mostre todos os estados e todas as classes.</translation>
        </message>
        <message>
            <source>Every sector in the list is decided.</source>
            <translation>Todos os setores da lista estão decididos.</translation>
        </message>
        <message>
            <source>{shown} of {total}</source>
            <translation>{shown} de {total}</translation>
        </message>
        <message>
            <source>An approval says on which image it rests. Which one is it?</source>
            <translation>Uma aprovação diz em qual imagem se baseia. Qual é?</translation>
        </message>
        <message>
            <source>Why are {} wrong?</source>
            <translation>Por que {} estão errados?</translation>
        </message>
        <message>
            <source>Write a reason, in a few words.</source>
            <translation>Escreva um motivo, em poucas palavras.</translation>
        </message>
        <message>
            <source>Write the image's date like 2021-02-27.</source>
            <translation>Escreva a data da imagem como 2021-02-27.</translation>
        </message>
        <message>
            <source>Name the source of the image, for example Copernicus Sentinel-2.</source>
            <translation>Indique a fonte da imagem, por exemplo Copernicus Sentinel-2.</translation>
        </message>
        <message>
            <source>The keys work here and on the map.</source>
            <translation>As teclas funcionam aqui e no mapa.</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Rejeitar</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprovar</translation>
        </message>
        <message>
            <source>1-9</source>
            <translation>1-9</translation>
        </message>
        <message>
            <source>class</source>
            <translation>classe</translation>
        </message>
        <message>
            <source>A</source>
            <translation>A</translation>
        </message>
        <message>
            <source>approve</source>
            <translation>aprovar</translation>
        </message>
        <message>
            <source>R</source>
            <translation>R</translation>
        </message>
        <message>
            <source>reject, with a reason</source>
            <translation>rejeitar, com um motivo</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Espaço</translation>
        </message>
        <message>
            <source>next sector</source>
            <translation>próximo setor</translation>
        </message>
        <message>
            <source>Shift+Space</source>
            <translation>Shift+Espaço</translation>
        </message>
        <message>
            <source>sector before</source>
            <translation>setor anterior</translation>
        </message>
        <message>
            <source>Z</source>
            <translation>Z</translation>
        </message>
        <message>
            <source>undo</source>
            <translation>desfazer</translation>
        </message>
        <message>
            <source>H (hold)</source>
            <translation>H (segurar)</translation>
        </message>
        <message>
            <source>hide all sectors</source>
            <translation>ocultar todos os setores</translation>
        </message>
        <message>
            <source>?</source>
            <translation>?</translation>
        </message>
        <message>
            <source>this list</source>
            <translation>esta lista</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>help</source>
            <translation>ajuda</translation>
        </message>
        <message>
            <source>Every state</source>
            <translation>Todos os estados</translation>
        </message>
        <message>
            <source>Every class</source>
            <translation>Todas as classes</translation>
        </message>
        <message>
            <source>&amp;Open a project file</source>
            <translation>&amp;Abrir um arquivo de projeto</translation>
        </message>
        <message>
            <source>A GeoPackage of an earlier day.</source>
            <translation>Um GeoPackage de um dia anterior.</translation>
        </message>
        <message>
            <source>Undo the last change (Z)</source>
            <translation>Desfazer a última alteração (Z)</translation>
        </message>
        <message>
            <source>&amp;Show {}</source>
            <translation>&amp;Mostrar {}</translation>
        </message>
        <message>
            <source>Undo: {} (Z)</source>
            <translation>Desfazer: {} (Z)</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Revisar</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Every approval names its reviewer.</source>
            <translation>Cada aprovação indica seu revisor.</translation>
        </message>
        <message>
            <source>Areas are counted from the polygons; no accuracy sample stands behind them.</source>
            <translation>As áreas são somadas a partir dos polígonos; nenhuma amostra de exatidão as respalda.</translation>
        </message>
        <message>
            <source>Every sector was decided by a person.</source>
            <translation>Uma pessoa decidiu sobre cada setor.</translation>
        </message>
        <message>
            <source>{waiting} of {total} sectors wait for a decision.</source>
            <translation>{waiting} de {total} setores aguardam uma decisão.</translation>
        </message>
        <message>
            <source>Every sector has the date of its image.</source>
            <translation>Cada setor tem a data de sua imagem.</translation>
        </message>
        <message>
            <source>Every sector names the source of its image.</source>
            <translation>Cada setor indica a fonte de sua imagem.</translation>
        </message>
        <message>
            <source>No sector is approved yet.</source>
            <translation>Ainda não há nenhum setor aprovado.</translation>
        </message>
        <message>
            <source>There are no sectors yet.</source>
            <translation>Ainda não há setores.</translation>
        </message>
        <message>
            <source>Detect some</source>
            <translation>Detectar</translation>
        </message>
        <message>
            <source>The date of the image is missing: {}.</source>
            <translation>Falta a data da imagem: {}.</translation>
        </message>
        <message>
            <source>The source of the image is missing: {}.</source>
            <translation>Falta a fonte da imagem: {}.</translation>
        </message>
        <message>
            <source>Approved without a reviewer's name: {}.</source>
            <translation>Aprovados sem nome do revisor: {}.</translation>
        </message>
        <message>
            <source>Approved by the person who made the last edit: {}.</source>
            <translation>Aprovados por quem fez a última edição: {}.</translation>
        </message>
        <message>
            <source>The detection was cancelled. Nothing was changed.</source>
            <translation>A detecção foi cancelada. Nada foi alterado.</translation>
        </message>
        <message>
            <source>&amp;Detect mining sectors</source>
            <translation>&amp;Detectar setores de mineração</translation>
        </message>
        <message>
            <source>Set up the engine first.</source>
            <translation>Instale primeiro o motor.</translation>
        </message>
        <message>
            <source>Open an image first.</source>
            <translation>Abra primeiro uma imagem.</translation>
        </message>
        <message>
            <source>Choose the bands under Options.</source>
            <translation>Escolha as bandas em Opções.</translation>
        </message>
        <message>
            <source>The engine that runs the models is not set up yet.</source>
            <translation>O motor que executa os modelos ainda não está instalado.</translation>
        </message>
        <message>
            <source>Set up the engine…</source>
            <translation>Instalar o motor…</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Parando…</translation>
        </message>
        <message>
            <source>The project was closed, so the detection was cancelled. Nothing was saved.</source>
            <translation>O projeto foi fechado, por isso a detecção foi cancelada. Nada foi salvo.</translation>
        </message>
        <message>
            <source>There is no image in this project yet.</source>
            <translation>Ainda não há nenhuma imagem neste projeto.</translation>
        </message>
        <message>
            <source>Open an image…</source>
            <translation>Abrir uma imagem…</translation>
        </message>
        <message>
            <source>The image is fetched from its service first; that takes a while.</source>
            <translation>Primeiro a imagem é obtida de seu serviço; isso demora um pouco.</translation>
        </message>
        <message>
            <source>Coastal</source>
            <translation>Costeiro</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>Azul</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>Verde</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>Vermelho</translation>
        </message>
        <message>
            <source>Red edge 705 nm</source>
            <translation>Borda vermelha 705 nm</translation>
        </message>
        <message>
            <source>Red edge 740 nm</source>
            <translation>Borda vermelha 740 nm</translation>
        </message>
        <message>
            <source>Red edge 783 nm</source>
            <translation>Borda vermelha 783 nm</translation>
        </message>
        <message>
            <source>Near infrared</source>
            <translation>Infravermelho próximo</translation>
        </message>
        <message>
            <source>Near infrared, narrow</source>
            <translation>Infravermelho próximo, estreito</translation>
        </message>
        <message>
            <source>Water vapour</source>
            <translation>Vapor de água</translation>
        </message>
        <message>
            <source>Cirrus</source>
            <translation>Cirros</translation>
        </message>
        <message>
            <source>Short-wave infrared 1.6 µm</source>
            <translation>Infravermelho de ondas curtas 1,6 µm</translation>
        </message>
        <message>
            <source>Short-wave infrared 2.2 µm</source>
            <translation>Infravermelho de ondas curtas 2,2 µm</translation>
        </message>
        <message>
            <source>Panchromatic</source>
            <translation>Pancromático</translation>
        </message>
        <message>
            <source>as the model says</source>
            <translation>conforme o modelo</translation>
        </message>
        <message>
            <source>keep all</source>
            <translation>manter todos</translation>
        </message>
        <message>
            <source>keep pixel edges</source>
            <translation>manter bordas dos pixels</translation>
        </message>
        <message>
            <source>Band {}</source>
            <translation>Banda {}</translation>
        </message>
        <message>
            <source>choose…</source>
            <translation>escolher…</translation>
        </message>
        <message>
            <source>&amp;Add a model…</source>
            <translation>&amp;Adicionar um modelo…</translation>
        </message>
        <message>
            <source>&amp;Check this model</source>
            <translation>&amp;Verificar este modelo</translation>
        </message>
        <message>
            <source>What the map shows</source>
            <translation>O que o mapa mostra</translation>
        </message>
        <message>
            <source>The whole image</source>
            <translation>A imagem inteira</translation>
        </message>
        <message>
            <source>A rectangle drawn on the map</source>
            <translation>Um retângulo desenhado no mapa</translation>
        </message>
        <message>
            <source>Selected polygons</source>
            <translation>Polígonos selecionados</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Iniciando…</translation>
        </message>
        <message>
            <source>Fetching the image…</source>
            <translation>Obtendo a imagem…</translation>
        </message>
        <message>
            <source>Loading the model…</source>
            <translation>Carregando o modelo…</translation>
        </message>
        <message>
            <source>Opening the image…</source>
            <translation>Abrindo a imagem…</translation>
        </message>
        <message>
            <source>Looking at the image…</source>
            <translation>Examinando a imagem…</translation>
        </message>
        <message>
            <source>Drawing the polygons…</source>
            <translation>Desenhando os polígonos…</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Salvando…</translation>
        </message>
        <message>
            <source>&amp;Detect on {area}</source>
            <translation>&amp;Detectar em {area}</translation>
        </message>
        <message>
            <source>&amp;Detect on {area} ({duration})</source>
            <translation>&amp;Detectar em {area} ({duration})</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>Trabalhando…</translation>
        </message>
        <message>
            <source>Tile {done} of {total}</source>
            <translation>Bloco {done} de {total}</translation>
        </message>
        <message>
            <source>{} left</source>
            <translation>faltam {}</translation>
        </message>
        <message>
            <source>&amp;Set up now</source>
            <translation>&amp;Instalar agora</translation>
        </message>
        <message>
            <source>Mining Monitor runs its models in a program of its own, the engine. It is not set up yet.</source>
            <translation>O Mining Monitor executa seus modelos em um programa próprio, o motor. Ele ainda não está instalado.</translation>
        </message>
        <message>
            <source>The engine belongs to another version of the plugin. Update it; your data is not touched.</source>
            <translation>O motor é de outra versão do complemento. Atualize-o; seus dados não são tocados.</translation>
        </message>
        <message>
            <source>Looking for Python…</source>
            <translation>Procurando o Python…</translation>
        </message>
        <message>
            <source>Making a place for the engine…</source>
            <translation>Preparando um lugar para o motor…</translation>
        </message>
        <message>
            <source>Downloading</source>
            <translation>Baixando</translation>
        </message>
        <message>
            <source>Installing</source>
            <translation>Instalando</translation>
        </message>
        <message>
            <source>Checking the engine…</source>
            <translation>Verificando o motor…</translation>
        </message>
        <message>
            <source>Done.</source>
            <translation>Pronto.</translation>
        </message>
        <message>
            <source>&amp;Look again</source>
            <translation>&amp;Procurar de novo</translation>
        </message>
        <message>
            <source>&amp;Update now</source>
            <translation>&amp;Atualizar agora</translation>
        </message>
        <message>
            <source>&amp;Repair now</source>
            <translation>&amp;Reparar agora</translation>
        </message>
        <message>
            <source>Look for the engine</source>
            <translation>Procurar o motor</translation>
        </message>
        <message>
            <source>Looking for the engine…</source>
            <translation>Procurando o motor…</translation>
        </message>
        <message>
            <source>The engine is being set up. You can go on working meanwhile.</source>
            <translation>O motor está sendo instalado. Enquanto isso, você pode continuar trabalhando.</translation>
        </message>
        <message>
            <source>The engine is set up.</source>
            <translation>O motor está instalado.</translation>
        </message>
        <message>
            <source>It goes to {folder}; QGIS's own Python is not touched.</source>
            <translation>Vai para {folder}; o Python do QGIS não é tocado.</translation>
        </message>
        <message>
            <source>The set-up was cancelled. Nothing half-made was left.</source>
            <translation>A instalação foi cancelada. Nada ficou pela metade.</translation>
        </message>
        <message>
            <source>About {size} MB on disk and 1 minute, from your folder of wheels.</source>
            <translation>Cerca de {size} MB em disco e 1 minuto, de sua pasta de wheels.</translation>
        </message>
        <message>
            <source>Downloads about {download} MB, takes {size} MB on disk and about {minutes} minutes.</source>
            <translation>Baixa cerca de {download} MB, ocupa {size} MB em disco e leva cerca de {minutes} minutos.</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} de {total}</translation>
        </message>
        <message>
            <source>{} MB</source>
            <translation>{} MB</translation>
        </message>
        <message>
            <source>Mining Monitor: help</source>
            <translation>Mining Monitor: ajuda</translation>
        </message>
        <message>
            <source>The way of the work</source>
            <translation>O fluxo de trabalho</translation>
        </message>
        <message>
            <source>Imagery: open an image, or drop a file on the dock. Detection: choose image, model and place; the button says how much it will look at and how long that takes. Annotation: decide on each polygon, the least certain first. Report: see what is missing, export GeoJSON. The button on the toolbar does the detection alone, in what the map shows.</source>
            <translation>Imagens: abra uma imagem ou solte um arquivo no painel. Detecção: escolha imagem, modelo e local; o botão diz quanto será examinado e quanto tempo leva. Anotação: decida sobre cada polígono, primeiro os menos certos. Relatório: veja o que falta e exporte GeoJSON. O botão da barra de ferramentas faz só a detecção, no que o mapa mostra.</translation>
        </message>
        <message>
            <source>What a result means</source>
            <translation>O que um resultado significa</translation>
        </message>
        <message>
            <source>Every polygon of a model is a draft until a person has approved it. Ground that could not be seen is reported as not observed: it never means that there is no mine. A new detection of the same image replaces drafts that nobody has touched, and leaves everything else as it is.</source>
            <translation>Cada polígono de um modelo é um rascunho até que uma pessoa o aprove. O terreno que não pôde ser visto é relatado como não observado: isso nunca significa que não haja mina. Uma nova detecção na mesma imagem substitui os rascunhos em que ninguém tocou e deixa todo o resto como está.</translation>
        </message>
        <message>
            <source>Where things are</source>
            <translation>Onde ficam as coisas</translation>
        </message>
        <message>
            <source>Sectors are in a GeoPackage that any QGIS opens: its name stands on top of each dock, and each decision is saved at once. The table log in it keeps who did what when. New files go to the folder that you choose in the settings, else beside the QGIS project, else to your home folder.</source>
            <translation>Os setores ficam em um GeoPackage que qualquer QGIS abre: seu nome aparece no topo de cada painel e cada decisão é salva imediatamente. A tabela log nele guarda quem fez o quê e quando. Os novos arquivos vão para a pasta que você escolher nas configurações; senão, ao lado do projeto do QGIS; senão, para sua pasta pessoal.</translation>
        </message>
        <message>
            <source>The engine</source>
            <translation>O motor</translation>
        </message>
        <message>
            <source>Models run in a program of its own beside QGIS, on this computer; no image leaves it. It is set up once, from the Imagery dock; without internet it takes a folder of wheels. When it fails, QGIS goes on, and the next request starts it again.</source>
            <translation>Os modelos são executados em um programa à parte, ao lado do QGIS, neste computador; nenhuma imagem sai dele. Ele é instalado uma vez, pelo painel Imagens; sem internet, usa uma pasta de wheels. Quando falha, o QGIS continua e a próxima solicitação o inicia de novo.</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelos</translation>
        </message>
        <message>
            <source>Any segmentation model in ONNX format can be added with the tool button beside the model list. A model that does not say how to use it opens a form. Look at its test figures and limits before you trust it.</source>
            <translation>Qualquer modelo de segmentação no formato ONNX pode ser adicionado com o botão ao lado da lista de modelos. Um modelo que não diz como usá-lo abre um formulário. Veja seus números de teste e seus limites antes de confiar nele.</translation>
        </message>
        <message>
            <source>Keys of the Annotation dock</source>
            <translation>Teclas do painel Anotação</translation>
        </message>
        <message>
            <source>This image cannot be opened. Check its source in the layer properties.</source>
            <translation>Não é possível abrir esta imagem. Verifique sua fonte nas propriedades da camada.</translation>
        </message>
        <message>
            <source>Google's map tiles: their terms forbid image analysis. Choose another image.</source>
            <translation>Blocos de mapa do Google: seus termos proíbem a análise de imagens. Escolha outra imagem.</translation>
        </message>
        <message>
            <source>A map service. It is fetched as a picture, at the pixel size of the model, before it is analysed.</source>
            <translation>Um serviço de mapas. Antes da análise, é obtido como imagem, no tamanho de pixel do modelo.</translation>
        </message>
        <message>
            <source>1 band</source>
            <translation>1 banda</translation>
        </message>
        <message>
            <source>no coordinate reference system</source>
            <translation>sem sistema de referência de coordenadas</translation>
        </message>
        <message>
            <source>{} × {} pixels</source>
            <translation>{} × {} pixels</translation>
        </message>
        <message>
            <source>{} bands</source>
            <translation>{} bandas</translation>
        </message>
        <message>
            <source>{} bit</source>
            <translation>{} bits</translation>
        </message>
        <message>
            <source>{} on the ground</source>
            <translation>{} no terreno</translation>
        </message>
        <message>
            <source>Open images</source>
            <translation>Abrir imagens</translation>
        </message>
        <message>
            <source>Drawing the sample scene…</source>
            <translation>Desenhando a cena de exemplo…</translation>
        </message>
        <message>
            <source>Set up the engine first; then the sample scene opens by itself.</source>
            <translation>O motor desenha a cena de exemplo: instale-o primeiro e a cena se abrirá sozinha.</translation>
        </message>
        <message>
            <source>Sample scene</source>
            <translation>Cena de exemplo</translation>
        </message>
        <message>
            <source>{} cannot be opened as an image.</source>
            <translation>{} não pode ser aberto como imagem.</translation>
        </message>
        <message>
            <source>The sample scene cannot be opened: {}.</source>
            <translation>Não é possível abrir a cena de exemplo: {}.</translation>
        </message>
        <message>
            <source>Leave out: not observed</source>
            <translation>Omitir: não observado</translation>
        </message>
        <message>
            <source>Give the model a title.</source>
            <translation>Dê um título ao modelo.</translation>
        </message>
        <message>
            <source>Name the bands that go in, in order, for example: red, green, blue.</source>
            <translation>Indique as bandas de entrada, em ordem, por exemplo: red, green, blue.</translation>
        </message>
        <message>
            <source>Say at which pixel size the model was trained: it only works near that size.</source>
            <translation>Indique com que tamanho de pixel o modelo foi treinado: ele só funciona perto desse tamanho.</translation>
        </message>
        <message>
            <source>Add the classes that come out, in order.</source>
            <translation>Adicione as classes de saída, em ordem.</translation>
        </message>
        <message>
            <source>colours 0 to 255</source>
            <translation>cores de 0 a 255</translation>
        </message>
        <message>
            <source>reflectance 0 to 1</source>
            <translation>refletância de 0 a 1</translation>
        </message>
        <message>
            <source>the image's own numbers</source>
            <translation>os números da própria imagem</translation>
        </message>
        <message>
            <source>raw scores (logits)</source>
            <translation>pontuações brutas (logits)</translation>
        </message>
        <message>
            <source>probabilities 0 to 1</source>
            <translation>probabilidades de 0 a 1</translation>
        </message>
        <message>
            <source>the number of the class</source>
            <translation>o número da classe</translation>
        </message>
        <message>
            <source>Name in the model</source>
            <translation>Nome no modelo</translation>
        </message>
        <message>
            <source>Is</source>
            <translation>Corresponde a</translation>
        </message>
        <message>
            <source>The model takes {wanted} bands; you have named {named}.</source>
            <translation>O modelo recebe {wanted} bandas; você indicou {named}.</translation>
        </message>
        <message>
            <source>Choose what class {} is.</source>
            <translation>Escolha a que corresponde a classe {}.</translation>
        </message>
        <message>
            <source>{} does not say how to use it. Fill in what you know; it stays with the model.</source>
            <translation>{} não diz como usá-lo. Preencha o que souber; fica junto ao modelo.</translation>
        </message>
        <message>
            <source>class {}</source>
            <translation>classe {}</translation>
        </message>
        <message>
            <source>Add a model</source>
            <translation>Adicionar um modelo</translation>
        </message>
        <message>
            <source>Made for pixels of {}</source>
            <translation>Feito para pixels de {}</translation>
        </message>
        <message>
            <source>Its card gives no test result: nobody knows how good it is.</source>
            <translation>A sua ficha não dá nenhum resultado de teste: ninguém sabe se é bom.</translation>
        </message>
        <message>
            <source>The model '{}' is installed.</source>
            <translation>O modelo '{}' está instalado.</translation>
        </message>
        <message>
            <source>Checking '{}'…</source>
            <translation>Verificando '{}'…</translation>
        </message>
        <message>
            <source> (runs from {low} to {high})</source>
            <translation> (funciona de {low} a {high})</translation>
        </message>
        <message>
            <source>Tested: {}</source>
            <translation>Testado: {}</translation>
        </message>
        <message>
            <source> (and {} more, see the tooltip)</source>
            <translation> (e mais {}, veja a dica)</translation>
        </message>
        <message>
            <source>{} ms a tile.</source>
            <translation>{} ms por bloco.</translation>
        </message>
        <message>
            <source>'{name}' cannot be used. {problems}</source>
            <translation>Não é possível usar '{name}'. {problems}</translation>
        </message>
        <message>
            <source>Limits: {}</source>
            <translation>Limites: {}</translation>
        </message>
        <message>
            <source>'{}' works.</source>
            <translation>'{}' funciona.</translation>
        </message>
        <message>
            <source>LAMES (as published)</source>
            <translation>LAMES (como publicado)</translation>
        </message>
        <message>
            <source>Safe for colour-blind readers</source>
            <translation>Adequadas para daltônicos</translation>
        </message>
        <message>
            <source>Drag on the map to draw it. Escape gives up.</source>
            <translation>Arraste no mapa para desenhá-lo. Escape cancela.</translation>
        </message>
        <message>
            <source>Select one or more polygons on the map first.</source>
            <translation>Selecione primeiro um ou mais polígonos no mapa.</translation>
        </message>
        <message>
            <source>Select polygons with QGIS's own selection tools.</source>
            <translation>Selecione polígonos com as ferramentas de seleção do QGIS.</translation>
        </message>
        <message>
            <source>Draw a rectangle on the map first.</source>
            <translation>Desenhe primeiro um retângulo no mapa.</translation>
        </message>
        <message>
            <source>{count} selected in '{layer}'.</source>
            <translation>{count} selecionados em '{layer}'.</translation>
        </message>
        <message>
            <source>Detecting… (preview)</source>
            <translation>Detectando… (prévia)</translation>
        </message>
        <message>
            <source>&amp;Open a project file…</source>
            <translation>&amp;Abrir um arquivo de projeto…</translation>
        </message>
        <message>
            <source>&amp;New project file…</source>
            <translation>&amp;Novo arquivo de projeto…</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>&amp;Configurações…</translation>
        </message>
        <message>
            <source>&amp;Help (F1)</source>
            <translation>Aj&amp;uda (F1)</translation>
        </message>
        <message>
            <source>No project file yet</source>
            <translation>Ainda não há arquivo de projeto</translation>
        </message>
        <message>
            <source>The first detection makes one.</source>
            <translation>A primeira detecção cria um.</translation>
        </message>
        <message>
            <source>Open a project file</source>
            <translation>Abrir um arquivo de projeto</translation>
        </message>
        <message>
            <source>Project files (*.gpkg)</source>
            <translation>Arquivos de projeto (*.gpkg)</translation>
        </message>
        <message>
            <source>New project file</source>
            <translation>Novo arquivo de projeto</translation>
        </message>
        <message>
            <source>{} holds no sectors. Choose a project file of Mining Monitor.</source>
            <translation>{} não contém setores. Escolha um arquivo de projeto do Mining Monitor.</translation>
        </message>
        <message>
            <source>Sectors go into {} from now on.</source>
            <translation>A partir de agora os setores são salvos em {}.</translation>
        </message>
        <message>
            <source>{} cannot be opened.</source>
            <translation>Não é possível abrir {}.</translation>
        </message>
        <message>
            <source>Image date and source</source>
            <translation>Data e fonte da imagem</translation>
        </message>
        <message>
            <source>&amp;Export GeoJSON</source>
            <translation>&amp;Exportar GeoJSON</translation>
        </message>
        <message>
            <source>No sector is in the chosen states.</source>
            <translation>Não há nenhum setor nos estados escolhidos.</translation>
        </message>
        <message>
            <source>Save your edits first: the export reads what is saved.</source>
            <translation>Salve primeiro suas edições: a exportação lê o que está salvo.</translation>
        </message>
        <message>
            <source>{sectors} written to {file}.</source>
            <translation>Gravado em {file}: {sectors}.</translation>
        </message>
        <message>
            <source>Choose a file.</source>
            <translation>Escolha um arquivo.</translation>
        </message>
        <message>
            <source>&amp;Export {} as GeoJSON</source>
            <translation>&amp;Exportar {} como GeoJSON</translation>
        </message>
        <message>
            <source>Left out: {}.</source>
            <translation>Omitidos: {}.</translation>
        </message>
        <message>
            <source>⚠ Exact places of {} artisanal sites would be published. That can put people at risk.</source>
            <translation>⚠ Os locais exatos de {} sítios artesanais seriam publicados. Isso pode colocar pessoas em risco.</translation>
        </message>
        <message>
            <source>{} artisanal sites are among them, so places are coarse by default.</source>
            <translation>Há {} sítios artesanais entre eles, por isso os locais são aproximados por padrão.</translation>
        </message>
        <message>
            <source>GeoJSON (*.geojson)</source>
            <translation>GeoJSON (*.geojson)</translation>
        </message>
        <message>
            <source>Report (all fields, RFC 7946)</source>
            <translation>Relatório (todos os campos, RFC 7946)</translation>
        </message>
        <message>
            <source>For GIS, web maps and archives</source>
            <translation>Para SIG, mapas na web e arquivamento</translation>
        </message>
        <message>
            <source>The fields of the LAMES dataset, for training and exchange</source>
            <translation>Os campos do conjunto de dados LAMES, para treinamento e intercâmbio</translation>
        </message>
        <message>
            <source>exact outlines</source>
            <translation>contornos exatos</translation>
        </message>
        <message>
            <source>cells of 0.01° (about 1 km)</source>
            <translation>células de 0,01° (cerca de 1 km)</translation>
        </message>
        <message>
            <source>cells of 0.05° (about 5 km)</source>
            <translation>células de 0,05° (cerca de 5 km)</translation>
        </message>
        <message>
            <source>cells of 0.1° (about 10 km)</source>
            <translation>células de 0,1° (cerca de 10 km)</translation>
        </message>
        <message>
            <source>Exporting…</source>
            <translation>Exportando…</translation>
        </message>
        <message>
            <source>No new sector: what was found is on the map already</source>
            <translation>Nenhum setor novo: o que foi encontrado já está no mapa</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>sem dados</translation>
        </message>
        <message>
            <source>masked</source>
            <translation>mascarado</translation>
        </message>
        <message>
            <source>cloud</source>
            <translation>nuvem</translation>
        </message>
        <message>
            <source>1 tile</source>
            <translation>1 bloco</translation>
        </message>
        <message>
            <source>{sectors}, {area}</source>
            <translation>{sectors}, {area}</translation>
        </message>
        <message>
            <source>{area} not observed</source>
            <translation>{area} não observados</translation>
        </message>
        <message>
            <source>{model}, {tiles} at {gsd} in {seconds}.</source>
            <translation>{model}, {tiles} a {gsd} em {seconds}.</translation>
        </message>
        <message>
            <source>1 earlier draft that nobody had touched was replaced.</source>
            <translation>Foi substituído 1 rascunho anterior em que ninguém tinha mexido.</translation>
        </message>
        <message>
            <source>Area, ha</source>
            <translation>Área, ha</translation>
        </message>
        <message>
            <source>{} tiles</source>
            <translation>{} blocos</translation>
        </message>
        <message>
            <source>No mining sector found in {area} observed</source>
            <translation>Nenhum setor de mineração encontrado em {area} de terreno observado</translation>
        </message>
        <message>
            <source>{} earlier drafts that nobody had touched were replaced.</source>
            <translation>{} rascunhos anteriores em que ninguém havia tocado foram substituídos.</translation>
        </message>
        <message>
            <source>Detecting mining sectors…</source>
            <translation>Detectando setores de mineração…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Set up the engine of Mining Monitor</source>
            <translation>Instalar o motor do Mining Monitor</translation>
        </message>
        <message>
            <source>0 ha</source>
            <translation>0 ha</translation>
        </message>
        <message>
            <source>1 s</source>
            <translation>1 s</translation>
        </message>
        <message>
            <source>about 1 s</source>
            <translation>cerca de 1 s</translation>
        </message>
        <message>
            <source>1 sector</source>
            <translation>1 setor</translation>
        </message>
        <message>
            <source>Ground that is no mining sector.</source>
            <translation>Terreno que não é um setor de mineração.</translation>
        </message>
        <message>
            <source>Connected ground worked by artisanal or small-scale miners, often along rivers.</source>
            <translation>Terreno contínuo trabalhado por mineradores artesanais ou de pequena escala, muitas vezes ao longo de rios.</translation>
        </message>
        <message>
            <source>The whole extent of a large-scale mine; it lies over its sectors by design.</source>
            <translation>Toda a extensão de uma mina de grande escala; sobrepõe-se a seus setores de propósito.</translation>
        </message>
        <message>
            <source>Ore stacked in layers on a liner and irrigated to leach out the metal.</source>
            <translation>Minério empilhado em camadas sobre uma manta impermeável e irrigado para lixiviar o metal.</translation>
        </message>
        <message>
            <source>Workshops, offices, housing, laboratories, parking and other structures of the mine.</source>
            <translation>Oficinas, escritórios, alojamentos, laboratórios, estacionamentos e outras estruturas da mina.</translation>
        </message>
        <message>
            <source>The outline of a surface excavation, also of an inactive one that can still be recognised.</source>
            <translation>O contorno de uma escavação a céu aberto, também de uma inativa que ainda possa ser reconhecida.</translation>
        </message>
        <message>
            <source>Everything from the primary crusher to the thickener ponds.</source>
            <translation>Tudo, do britador primário aos tanques espessadores.</translation>
        </message>
        <message>
            <source>A yard for spare parts and equipment: belts, tyres, pipes.</source>
            <translation>Um pátio de peças e equipamentos: correias, pneus, tubos.</translation>
        </message>
        <message>
            <source>An impoundment of slurry tailings with its dam, of any type.</source>
            <translation>Um reservatório de rejeitos em polpa com sua barragem, de qualquer tipo.</translation>
        </message>
        <message>
            <source>Dumped rock without economic grade, small temporary dumps included.</source>
            <translation>Rocha depositada sem teor econômico, incluindo pequenas pilhas temporárias.</translation>
        </message>
        <message>
            <source>It has no clear boundary: enclose only ground that is connected.</source>
            <translation>Não tem limite claro: inclua apenas terreno contínuo.</translation>
        </message>
        <message>
            <source>It is an area around sectors, not a sector.</source>
            <translation>É uma área em torno de setores, não um setor.</translation>
        </message>
        <message>
            <source>Easily taken for a waste rock dump: look for flat, regular terraces.</source>
            <translation>Confunde-se facilmente com uma pilha de estéril: procure patamares planos e regulares.</translation>
        </message>
        <message>
            <source>Anything from the crusher to the thickener ponds is the processing plant.</source>
            <translation>Tudo, do britador aos tanques espessadores, é planta de beneficiamento.</translation>
        </message>
        <message>
            <source>Ground inside a pit that is filled with waste is a waste rock dump.</source>
            <translation>O terreno dentro de uma cava preenchido com estéril é pilha de estéril.</translation>
        </message>
        <message>
            <source>Offices and workshops are mine facilities.</source>
            <translation>Escritórios e oficinas são instalações da mina.</translation>
        </message>
        <message>
            <source>Stockyard means spare parts, not ore: ore stockpiles have no class.</source>
            <translation>O pátio é de peças, não de minério: as pilhas de minério não têm classe.</translation>
        </message>
        <message>
            <source>Ponds of water or solution without tailings have no class.</source>
            <translation>Lagoas de água ou de solução sem rejeitos não têm classe.</translation>
        </message>
        <message>
            <source>Spent ore on a liner is heap leaching; fine, wet residue is tailings.</source>
            <translation>Minério exaurido sobre manta é lixiviação em pilha; resíduo fino e úmido é rejeito.</translation>
        </message>
        <message>
            <source>no sectors yet</source>
            <translation>ainda não há setores</translation>
        </message>
        <message>
            <source>{} km²</source>
            <translation>{} km²</translation>
        </message>
        <message>
            <source>{} h</source>
            <translation>{} h</translation>
        </message>
        <message>
            <source>about {}</source>
            <translation>cerca de {}</translation>
        </message>
        <message>
            <source>{} m</source>
            <translation>{} m</translation>
        </message>
        <message>
            <source>{} m²</source>
            <translation>{} m²</translation>
        </message>
        <message>
            <source>{} ha</source>
            <translation>{} ha</translation>
        </message>
        <message>
            <source>{} s</source>
            <translation>{} s</translation>
        </message>
        <message>
            <source>{} min</source>
            <translation>{} min</translation>
        </message>
        <message>
            <source>{} sectors</source>
            <translation>{} setores</translation>
        </message>
        <message>
            <source>{count} {state}</source>
            <translation>{state}: {count}</translation>
        </message>
        <message>
            <source>Imagery</source>
            <translation>Imagens</translation>
        </message>
        <message>
            <source>Detection</source>
            <translation>Detecção</translation>
        </message>
        <message>
            <source>Annotation</source>
            <translation>Anotação</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Relatório</translation>
        </message>
        <message>
            <source>Detect mining sectors in what the map shows</source>
            <translation>Detectar setores de mineração no que o mapa mostra</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Configurações…</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ajuda</translation>
        </message>
    </context>
    <context>
        <name>ModelForm</name>
        <message>
            <source>Add a model</source>
            <translation>Adicionar um modelo</translation>
        </message>
        <message>
            <source>&amp;Title</source>
            <translation>&amp;Título</translation>
        </message>
        <message>
            <source>&amp;Bands, in order</source>
            <translation>&amp;Bandas, em ordem</translation>
        </message>
        <message>
            <source>red, green, blue</source>
            <translation>red, green, blue</translation>
        </message>
        <message>
            <source>Names such as red, green, blue, nir, swir16, swir22, or Sentinel-2 names such as B04</source>
            <translation>Nomes como red, green, blue, nir, swir16, swir22, ou nomes do Sentinel-2 como B04</translation>
        </message>
        <message>
            <source>Trained at a pixel size &amp;of</source>
            <translation>Treinado com tamanho de &amp;pixel de</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>ainda não se sabe</translation>
        </message>
        <message>
            <source> m</source>
            <translation> m</translation>
        </message>
        <message>
            <source>&amp;Numbers that go in</source>
            <translation>&amp;Números de entrada</translation>
        </message>
        <message>
            <source>N&amp;umbers that come out</source>
            <translation>Números de &amp;saída</translation>
        </message>
        <message>
            <source>&amp;Classes, in order</source>
            <translation>&amp;Classes, em ordem</translation>
        </message>
        <message>
            <source>&amp;Add a class</source>
            <translation>&amp;Adicionar uma classe</translation>
        </message>
        <message>
            <source>&amp;Remove the last</source>
            <translation>&amp;Remover a última</translation>
        </message>
    </context>
    <context>
        <name>OptionsForm</name>
        <message>
            <source>You</source>
            <translation>Você</translation>
        </message>
        <message>
            <source>Your &amp;name in the record of changes</source>
            <translation>Seu &amp;nome no registro de alterações</translation>
        </message>
        <message>
            <source>Folder for new project &amp;files</source>
            <translation>Pasta para novos &amp;arquivos de projeto</translation>
        </message>
        <message>
            <source>Class &amp;colours</source>
            <translation>&amp;Cores das classes</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Motor</translation>
        </message>
        <message>
            <source>Processor &amp;threads</source>
            <translation>&amp;Threads do processador</translation>
        </message>
        <message>
            <source>chosen by the engine</source>
            <translation>escolhido pelo motor</translation>
        </message>
        <message>
            <source>&amp;Python of your own (empty: the plugin's engine)</source>
            <translation>&amp;Python próprio (vazio: o motor do complemento)</translation>
        </message>
        <message>
            <source>Folder of &amp;wheels for set-up without internet</source>
            <translation>Pasta de &amp;wheels para instalar sem internet</translation>
        </message>
    </context>
    <context>
        <name>ProjectBar</name>
        <message>
            <source>Open or make a project file; help</source>
            <translation>Abrir ou criar um arquivo de projeto; ajuda</translation>
        </message>
        <message>
            <source>Project file and help</source>
            <translation>Arquivo de projeto e ajuda</translation>
        </message>
    </context>
    <context>
        <name>ReportPanel</name>
        <message>
            <source>Se&amp;ctors</source>
            <translation>Se&amp;tores</translation>
        </message>
        <message>
            <source>What a defensible report still needs</source>
            <translation>O que um relatório defensável ainda exige</translation>
        </message>
        <message>
            <source>States to include</source>
            <translation>Estados a incluir</translation>
        </message>
        <message>
            <source>&amp;Form</source>
            <translation>&amp;Formato</translation>
        </message>
        <message>
            <source>&amp;Places</source>
            <translation>&amp;Locais</translation>
        </message>
        <message>
            <source>Fi&amp;le</source>
            <translation>Ar&amp;quivo</translation>
        </message>
        <message>
            <source>&amp;Export GeoJSON</source>
            <translation>&amp;Exportar GeoJSON</translation>
        </message>
    </context>
</TS>
