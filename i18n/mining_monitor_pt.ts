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
            <source>&amp;Import annotations</source>
            <translation>&amp;Importar anotações</translation>
        </message>
        <message>
            <source>Polygons drawn elsewhere: GeoJSON, Google Earth, GeoPackage.</source>
            <translation>Polígonos desenhados em outro lugar: GeoJSON, Google Earth, GeoPackage.</translation>
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
            <source>&amp;More</source>
            <translation>Mai&amp;s</translation>
        </message>
        <message>
            <source>Check, import, history, log</source>
            <translation>Verificar, importar, histórico, registro</translation>
        </message>
        <message>
            <source>Sectors, first those that need a person most</source>
            <translation>Setores, primeiro os que mais precisam da decisão de uma pessoa</translation>
        </message>
        <message>
            <source>Under the cursor</source>
            <translation>Sob o cursor</translation>
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
            <source>Leave out &amp;clouds and their shadows</source>
            <translation>Omitir as n&amp;uvens e suas sombras</translation>
        </message>
        <message>
            <source>Needs the package ukis-csmask in the engine, and an image with near infrared.</source>
            <translation>Requer o pacote ukis-csmask no motor e uma imagem com infravermelho próximo.</translation>
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
        <name>ImageryDetails</name>
        <message>
            <source>I have read its terms: analysis is per&amp;mitted</source>
            <translation>Li seus termos: a análise é permi&amp;tida</translation>
        </message>
        <message>
            <source>Show as</source>
            <translation>Mostrar como</translation>
        </message>
        <message>
            <source>True &amp;colour</source>
            <translation>Cor &amp;verdadeira</translation>
        </message>
        <message>
            <source>Red, green and blue, stretched to what the map shows</source>
            <translation>Vermelho, verde e azul, com contraste ajustado ao que o mapa mostra</translation>
        </message>
        <message>
            <source>S&amp;WIR</source>
            <translation>S&amp;WIR</translation>
        </message>
        <message>
            <source>Short-wave infrared, near infrared and red: bare ground and water stand out</source>
            <translation>Infravermelho de ondas curtas, infravermelho próximo e vermelho: destacam-se o solo exposto e a água</translation>
        </message>
        <message>
            <source>Inde&amp;x</source>
            <translation>Índic&amp;e</translation>
        </message>
        <message>
            <source>A spectral index as a layer of its own</source>
            <translation>Um índice espectral como camada própria</translation>
        </message>
        <message>
            <source>Com&amp;pare with</source>
            <translation>Compa&amp;rar com</translation>
        </message>
        <message>
            <source>Swipe: drag the line on the map</source>
            <translation>Deslizar: arraste a linha no mapa</translation>
        </message>
        <message>
            <source>Swipe</source>
            <translation>Deslizar</translation>
        </message>
        <message>
            <source>Side by side: a second map that moves along</source>
            <translation>Lado a lado: um segundo mapa que se move junto</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Lado a lado</translation>
        </message>
        <message>
            <source>Taken &amp;on</source>
            <translation>T&amp;omada em</translation>
        </message>
        <message>
            <source>2024-03-14</source>
            <translation>2024-03-14</translation>
        </message>
        <message>
            <source>The date of the image; every new sector carries it</source>
            <translation>A data da imagem; cada novo setor a recebe</translation>
        </message>
        <message>
            <source>to</source>
            <translation>a</translation>
        </message>
        <message>
            <source>mosaics only</source>
            <translation>só mosaicos</translation>
        </message>
        <message>
            <source>The last date, where the image is a mosaic of several</source>
            <translation>A última data, se a imagem é um mosaico de várias</translation>
        </message>
        <message>
            <source>Ta&amp;ken by</source>
            <translation>Tomada &amp;por</translation>
        </message>
        <message>
            <source>Satellite, agency or company</source>
            <translation>Satélite, agência ou empresa</translation>
        </message>
        <message>
            <source>Ask the service</source>
            <translation>Perguntar ao serviço</translation>
        </message>
        <message>
            <source>Ask the service when the picture in the middle of the map was taken, and by whom</source>
            <translation>Perguntar ao serviço quando e por quem foi tomada a imagem do centro do mapa</translation>
        </message>
        <message>
            <source>&amp;Build</source>
            <translation>&amp;Gerar</translation>
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
            <source>Search Se&amp;ntinel-2</source>
            <translation>Buscar Se&amp;ntinel-2</translation>
        </message>
        <message>
            <source>Free images at 10 m of any place since 2015. Only what the map shows is fetched.</source>
            <translation>Imagens gratuitas a 10 m de qualquer lugar desde 2015. Só é obtido o que o mapa mostra.</translation>
        </message>
        <message>
            <source>Open a Sentinel-2 &amp;product</source>
            <translation>Abrir um produto &amp;Sentinel-2</translation>
        </message>
        <message>
            <source>A SAFE folder or its .zip. Or drop it here.</source>
            <translation>Uma pasta SAFE ou seu .zip. Ou solte-o aqui.</translation>
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
            <source>&amp;Add</source>
            <translation>&amp;Adicionar</translation>
        </message>
        <message>
            <source>A file, a Sentinel-2 product, a search, the sample scene</source>
            <translation>Um arquivo, um produto Sentinel-2, uma busca, a cena de exemplo</translation>
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
        <name>LabellingWindow</name>
        <message>
            <source>&amp;Round</source>
            <translation>&amp;Rodada</translation>
        </message>
        <message>
            <source>&amp;You are</source>
            <translation>&amp;Você é</translation>
        </message>
        <message>
            <source>Cannot be told (U)</source>
            <translation>Não é possível dizer (U)</translation>
        </message>
        <message>
            <source>Skip (Space)</source>
            <translation>Pular (Espaço)</translation>
        </message>
        <message>
            <source>Back (B)</source>
            <translation>Voltar (B)</translation>
        </message>
        <message>
            <source>Undo (Z)</source>
            <translation>Desfazer (Z)</translation>
        </message>
        <message>
            <source>I am not sure (N)</source>
            <translation>Não tenho certeza (N)</translation>
        </message>
        <message>
            <source>Co&amp;mment</source>
            <translation>Co&amp;mentário</translation>
        </message>
        <message>
            <source>&amp;Assess accuracy</source>
            <translation>&amp;Avaliar exatidão</translation>
        </message>
    </context>
    <context>
        <name>MiningMonitor</name>
        <message>
            <source>{} cannot be opened.</source>
            <translation>Não é possível abrir {}.</translation>
        </message>
        <message>
            <source>{} does not take the decision.</source>
            <translation>{} não aceita a decisão.</translation>
        </message>
        <message>
            <source>Assess accuracy</source>
            <translation>Avaliar a exatidão</translation>
        </message>
        <message>
            <source>&lt;p&gt;Tells how good a map is.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Reference&lt;/b&gt;: points that a person has labelled (see &lt;i&gt;Draw sample points&lt;/i&gt;) give accuracies and corrected areas, each with its 95 % interval (Olofsson et al. 2014). Polygons or a class raster that cover the ground give precision, recall and IoU of each class, for polygons also how well outlines and single sectors meet. &lt;b&gt;Extent&lt;/b&gt;: only what lies in it.&lt;/p&gt;&lt;p&gt;Ground that one side could not observe is compared nowhere. Figures that are 0/0 are undefined, never 0, and are listed.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Diz quão bom é um mapa.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Referência&lt;/b&gt;: os pontos que uma pessoa rotulou (veja &lt;i&gt;Gerar pontos de amostragem&lt;/i&gt;) dão exatidões e áreas corrigidas, cada uma com seu intervalo de 95 % (Olofsson et al. 2014). Polígonos ou um raster de classes que cobrem o terreno dão precisão, revocação e IoU de cada classe; os polígonos, além disso, quanto coincidem os contornos e os setores individuais. &lt;b&gt;Extensão&lt;/b&gt;: só conta o que está dentro dela.&lt;/p&gt;&lt;p&gt;O terreno que um dos lados não pôde observar nunca é comparado. Os números que são 0/0 ficam indefinidos, nunca 0, e são listados.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Compares a map with a reference, and corrects its areas where the reference is a sample.</source>
            <translation>Compara um mapa com uma referência e corrige suas áreas quando a referência é uma amostra.</translation>
        </message>
        <message>
            <source>undefined</source>
            <translation>indefinido</translation>
        </message>
        <message>
            <source>{}: user's accuracy {}, producer's accuracy {}</source>
            <translation>{}: exatidão do usuário {}, exatidão do produtor {}</translation>
        </message>
        <message>
            <source>{:.1f} % ({:.1f} to {:.1f})</source>
            <translation>{:.1f} % ({:.1f} a {:.1f})</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Mapa</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Referência</translation>
        </message>
        <message>
            <source>Extent (empty: everything)</source>
            <translation>Extensão (vazio: tudo)</translation>
        </message>
        <message>
            <source>All figures</source>
            <translation>Todos os números</translation>
        </message>
        <message>
            <source>JSON files (*.json)</source>
            <translation>Arquivos JSON (*.json)</translation>
        </message>
        <message>
            <source>Table by class</source>
            <translation>Tabela por classe</translation>
        </message>
        <message>
            <source>CSV files (*.csv)</source>
            <translation>Arquivos CSV (*.csv)</translation>
        </message>
        <message>
            <source>mapped {:.1f} ha, corrected {:.1f} ha ({:.1f} to {:.1f})</source>
            <translation>mapeado: {:.1f} ha, corrigido: {:.1f} ha ({:.1f} a {:.1f})</translation>
        </message>
        <message>
            <source>Overall accuracy: {}</source>
            <translation>Exatidão global: {}</translation>
        </message>
        <message>
            <source>{} points are not labelled yet.</source>
            <translation>{} pontos ainda não estão rotulados.</translation>
        </message>
        <message>
            <source>Undefined (0/0): {}</source>
            <translation>Indefinidos (0/0): {}</translation>
        </message>
        <message>
            <source>Mining sectors</source>
            <translation>Setores de mineração</translation>
        </message>
        <message>
            <source>The algorithm was not prepared.</source>
            <translation>O algoritmo não foi preparado.</translation>
        </message>
        <message>
            <source>mining,mine,sector,lames,tailings,pit,waste rock,remote sensing</source>
            <translation>mineração,mina,setor,lames,rejeitos,cava,pilha de estéril,sensoriamento remoto</translation>
        </message>
        <message>
            <source>Detect change</source>
            <translation>Detectar mudanças</translation>
        </message>
        <message>
            <source>&lt;p&gt;Compares the sectors of two dates: where mines expanded, where they were given back, where one class became another one, and what one date could not observe, which is never called reclaimed.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Tolerance&lt;/b&gt;: narrower changes are differences of position, not of the ground: 12 m between two Sentinel-2 scenes, 20 m between Sentinel-2 and finer imagery. &lt;b&gt;Minimum area&lt;/b&gt;: smaller changes are left out. Both are told. &lt;b&gt;Matrix&lt;/b&gt;: what each class became; its rows sum to the areas before and its columns to the areas after.&lt;/p&gt;&lt;p&gt;Every polygon of change has the image dates, classes and identities of both dates.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Compara os setores de duas datas: onde as minas se expandiram, onde o terreno foi recuperado, onde uma classe passou a ser outra e o que uma das datas não pôde observar, que nunca é chamado de recuperado.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Tolerância&lt;/b&gt;: as mudanças mais estreitas são diferenças de posição, não do terreno: 12 m entre duas cenas Sentinel-2, 20 m entre Sentinel-2 e imagens mais finas. &lt;b&gt;Área mínima&lt;/b&gt;: as mudanças menores são omitidas. Ambas são informadas. &lt;b&gt;Matriz&lt;/b&gt;: em que cada classe se transformou; suas linhas somam as áreas de antes e suas colunas, as áreas de depois.&lt;/p&gt;&lt;p&gt;Cada polígono de mudança tem as datas de imagem, as classes e os identificadores de ambas as datas.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Finds expansion, reclamation and conversion between the sectors of two dates.</source>
            <translation>Encontra expansão, recuperação e conversão entre os setores de duas datas.</translation>
        </message>
        <message>
            <source>Sectors before</source>
            <translation>Setores de antes</translation>
        </message>
        <message>
            <source>Sectors after</source>
            <translation>Setores de depois</translation>
        </message>
        <message>
            <source>Tolerance (m)</source>
            <translation>Tolerância (m)</translation>
        </message>
        <message>
            <source>Minimum area (m²)</source>
            <translation>Área mínima (m²)</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Mudança</translation>
        </message>
        <message>
            <source>Transition matrix</source>
            <translation>Matriz de transição</translation>
        </message>
        <message>
            <source>Expansion: {:.2f} ha</source>
            <translation>Expansão: {:.2f} ha</translation>
        </message>
        <message>
            <source>Reclamation: {:.2f} ha</source>
            <translation>Recuperação: {:.2f} ha</translation>
        </message>
        <message>
            <source>Conversion: {:.2f} ha</source>
            <translation>Conversão: {:.2f} ha</translation>
        </message>
        <message>
            <source>Narrower than the tolerance or smaller than the minimum area: {:.2f} ha</source>
            <translation>Mais estreito que a tolerância ou menor que a área mínima: {:.2f} ha</translation>
        </message>
        <message>
            <source>Mapped before and not observed after: {:.2f} ha</source>
            <translation>Mapeado antes e não observado depois: {:.2f} ha</translation>
        </message>
        <message>
            <source>Mapped after and not observed before: {:.2f} ha</source>
            <translation>Mapeado depois e não observado antes: {:.2f} ha</translation>
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
            <source>Model (empty: the one that suits the image)</source>
            <translation>Modelo (vazio: o mais adequado à imagem)</translation>
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
            <source>The rows cannot be written: {}</source>
            <translation>Não é possível gravar as linhas: {}</translation>
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
            <source>Generalise (degrees); empty: artisanal sites only</source>
            <translation>Generalizar (graus); vazio: só sítios artesanais</translation>
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
            <source>Imagery</source>
            <translation>Imagens</translation>
        </message>
        <message>
            <source>Name the file to write.</source>
            <translation>Indique o arquivo a gravar.</translation>
        </message>
        <message>
            <source>{} cannot be written: {}</source>
            <translation>Não é possível gravar {}: {}</translation>
        </message>
        <message>
            <source>Import annotations</source>
            <translation>Importar anotações</translation>
        </message>
        <message>
            <source>&lt;p&gt;Reads polygons that people drew elsewhere as sectors: LAMES GeoJSON in all its published shapes, KML and KMZ from Google Earth, GeoPackages and any other polygon file.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Repair&lt;/b&gt;: mend outlines that cross themselves; without it they are imported as they are. &lt;b&gt;Issues&lt;/b&gt;: everything that was found, each with its place, and for repairs the shape before and after. Dates, names and classes are never changed here.&lt;/p&gt;&lt;p&gt;Footprints and the table of site metadata are joined where they lie beside a LAMES file under their published names.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Lê como setores polígonos desenhados em outro lugar: GeoJSON do LAMES em todas as suas formas publicadas, KML e KMZ do Google Earth, GeoPackages e qualquer outro arquivo de polígonos.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Reparar&lt;/b&gt;: corrige os contornos que se cruzam; sem isso, são importados como estão. &lt;b&gt;Problemas&lt;/b&gt;: tudo o que foi encontrado, cada um com seu lugar e, nos reparos, a forma de antes e de depois. Datas, nomes e classes nunca são alterados aqui.&lt;/p&gt;&lt;p&gt;Os perímetros e a tabela de metadados dos sítios são unidos se estiverem ao lado de um arquivo LAMES com seus nomes publicados.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Reads polygons that people drew elsewhere as sectors, and lists what is wrong with them.</source>
            <translation>Lê como setores polígonos desenhados em outro lugar e lista seus problemas.</translation>
        </message>
        <message>
            <source>File with polygons</source>
            <translation>Arquivo com polígonos</translation>
        </message>
        <message>
            <source>Annotations (*.geojson *.json *.kml *.kmz *.gpkg *.shp);;All files (*)</source>
            <translation>Anotações (*.geojson *.json *.kml *.kmz *.gpkg *.shp);;Todos os arquivos (*)</translation>
        </message>
        <message>
            <source>Repair outlines</source>
            <translation>Reparar contornos</translation>
        </message>
        <message>
            <source>Issues</source>
            <translation>Problemas</translation>
        </message>
        <message>
            <source>{} sectors from {} features.</source>
            <translation>{} setores de {} feições.</translation>
        </message>
        <message>
            <source>Issues: {}</source>
            <translation>Problemas: {}</translation>
        </message>
        <message>
            <source>{} of {} repairs carried out.</source>
            <translation>Reparos realizados: {} de {}.</translation>
        </message>
        <message>
            <source>Load Sentinel-2</source>
            <translation>Carregar Sentinel-2</translation>
        </message>
        <message>
            <source>&lt;p&gt;Reads bands of a Sentinel-2 product onto one grid and writes a cloud-optimised GeoTIFF with band names, scale, offset and nodata, and a JSON file with its provenance beside it.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Product&lt;/b&gt;: a SAFE folder, a .zip of one (never unpacked), its MTD_MSIL1C.xml or MTD_MSIL2A.xml, or a STAC item (file or URL); several, separated by semicolons, become a mosaic. &lt;b&gt;Bands&lt;/b&gt;: names such as B02,B03,B04,B08; empty takes these four. &lt;b&gt;Resolution&lt;/b&gt;: 10, 20 or 60 m. &lt;b&gt;Extent&lt;/b&gt;: only this window is read. &lt;b&gt;Observed&lt;/b&gt;: a raster that is 1 where the ground was seen and 0 under clouds, shadows, cirrus and saturated or missing pixels; it is the valid mask of the detection.&lt;/p&gt;&lt;p&gt;Whether the offset of -1000 of newer processing baselines still has to be applied is decided from the metadata and the pixels; the decision and its evidence are printed and stored.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Lê bandas de um produto Sentinel-2 em uma única grade e grava um GeoTIFF otimizado para a nuvem com nomes de banda, escala, deslocamento e valor sem dados e, ao lado dele, um arquivo JSON com sua procedência.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Produto&lt;/b&gt;: uma pasta SAFE, um .zip dela (nunca descompactado), seu MTD_MSIL1C.xml ou MTD_MSIL2A.xml, ou um item STAC (arquivo ou URL); vários, separados por ponto e vírgula, formam um mosaico. &lt;b&gt;Bandas&lt;/b&gt;: nomes como B02,B03,B04,B08; vazio usa essas quatro. &lt;b&gt;Resolução&lt;/b&gt;: 10, 20 ou 60 m. &lt;b&gt;Extensão&lt;/b&gt;: só esta janela é lida. &lt;b&gt;Observado&lt;/b&gt;: um raster que vale 1 onde o terreno foi visto e 0 sob nuvens, sombras, cirros e pixels saturados ou ausentes; é a máscara de validade da detecção.&lt;/p&gt;&lt;p&gt;Se o deslocamento de -1000 das linhas de base de processamento mais recentes ainda precisa ser aplicado é decidido a partir dos metadados e dos pixels; a decisão e seus indícios são mostrados e guardados.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Reads bands of a Sentinel-2 product or catalogue item into a cloud-optimised GeoTIFF.</source>
            <translation>Lê bandas de um produto Sentinel-2 ou de um item de catálogo em um GeoTIFF otimizado para a nuvem.</translation>
        </message>
        <message>
            <source>Product: SAFE folder, .zip, MTD_*.xml or STAC item</source>
            <translation>Produto: pasta SAFE, .zip, MTD_*.xml ou item STAC</translation>
        </message>
        <message>
            <source>Sentinel-2 products and STAC items (MTD_*.xml *.zip *.json);;All files (*)</source>
            <translation>Produtos Sentinel-2 e itens STAC (MTD_*.xml *.zip *.json);;Todos os arquivos (*)</translation>
        </message>
        <message>
            <source>Name a Sentinel-2 product or a STAC item.</source>
            <translation>Indique um produto Sentinel-2 ou um item STAC.</translation>
        </message>
        <message>
            <source>Bands (empty: B02,B03,B04,B08)</source>
            <translation>Bandas (vazio: B02,B03,B04,B08)</translation>
        </message>
        <message>
            <source>Resolution (m)</source>
            <translation>Resolução (m)</translation>
        </message>
        <message>
            <source>Extent (empty: the whole product)</source>
            <translation>Extensão (vazio: o produto inteiro)</translation>
        </message>
        <message>
            <source>Observed</source>
            <translation>Observado</translation>
        </message>
        <message>
            <source>{scenes}, {dates}: {width} x {height} pixels of {gsd:.3g} m, bands {bands}.</source>
            <translation>{scenes}, {dates}: {width} x {height} pixels de {gsd:.3g} m, bandas {bands}.</translation>
        </message>
        <message>
            <source>{:.1f} % of the extent was observed.</source>
            <translation>{:.1f} % da extensão foi observado.</translation>
        </message>
        <message>
            <source>Areas, accuracy and change</source>
            <translation>Áreas, exatidão e mudanças</translation>
        </message>
        <message>
            <source>What was observed cannot be saved for the engine: {}</source>
            <translation>Não é possível salvar para o motor o que foi observado: {}</translation>
        </message>
        <message>
            <source>The layer cannot be opened: {}</source>
            <translation>Não é possível abrir a camada: {}</translation>
        </message>
        <message>
            <source>area,accuracy,change,report</source>
            <translation>área,exatidão,mudança,relatório</translation>
        </message>
        <message>
            <source>The class raster '{}' is no raster file. Save it as a GeoTIFF first.</source>
            <translation>O raster de classes '{}' não é um arquivo raster. Salve-o primeiro como GeoTIFF.</translation>
        </message>
        <message>
            <source>Draw sample points</source>
            <translation>Gerar pontos de amostragem</translation>
        </message>
        <message>
            <source>&lt;p&gt;Draws random points in each class of a map, for a person to label from imagery. With the labels, &lt;i&gt;Assess accuracy&lt;/i&gt; tells how good the map is and corrects its areas.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Map&lt;/b&gt;: sectors or a class raster. Ground that was observed and is not mapped is a class too; ground that was not observed gets no point. &lt;b&gt;Points&lt;/b&gt;: how many; 0 takes as many as a standard error of 0.01 needs. &lt;b&gt;Allocation&lt;/b&gt;: &lt;i&gt;olofsson&lt;/i&gt; gives rare classes 50 points and the others the rest in proportion to their area; &lt;i&gt;neyman&lt;/i&gt; gives more to classes in which errors are likely. &lt;b&gt;Seed&lt;/b&gt;: the same seed gives the same points.&lt;/p&gt;&lt;p&gt;The points do not tell the class of the map, so that nobody is led by it. Labels go into the field &lt;i&gt;label&lt;/i&gt; as class keys (op, wr, other ...) or &lt;i&gt;unknown&lt;/i&gt;; a second person uses &lt;i&gt;checked_label&lt;/i&gt;. The order is by lot: a part of the points is a sample too.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Gera pontos aleatórios em cada classe de um mapa, para que uma pessoa os rotule a partir de imagens. Com os rótulos, &lt;i&gt;Avaliar a exatidão&lt;/i&gt; diz quão bom é o mapa e corrige suas áreas.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Mapa&lt;/b&gt;: setores ou um raster de classes. O terreno observado e não mapeado também é uma classe; o terreno não observado não recebe pontos. &lt;b&gt;Pontos&lt;/b&gt;: quantos; 0 usa os que um erro padrão de 0,01 exige. &lt;b&gt;Alocação&lt;/b&gt;: &lt;i&gt;olofsson&lt;/i&gt; dá 50 pontos às classes raras e o restante às demais em proporção à sua área; &lt;i&gt;neyman&lt;/i&gt; dá mais às classes em que erros são prováveis. &lt;b&gt;Semente&lt;/b&gt;: a mesma semente dá os mesmos pontos.&lt;/p&gt;&lt;p&gt;Os pontos não revelam a classe do mapa, para que ninguém seja induzido por ela. Os rótulos vão para o campo &lt;i&gt;label&lt;/i&gt; como chaves de classe (op, wr, other ...) ou &lt;i&gt;unknown&lt;/i&gt;; uma segunda pessoa usa &lt;i&gt;checked_label&lt;/i&gt;. A ordem é sorteada: uma parte dos pontos também é uma amostra.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Draws random points in each class of a map, for a person to label.</source>
            <translation>Gera pontos aleatórios em cada classe de um mapa, para que uma pessoa os rotule.</translation>
        </message>
        <message>
            <source>Points (0: as many as are needed)</source>
            <translation>Pontos (0: quantos forem necessários)</translation>
        </message>
        <message>
            <source>Allocation</source>
            <translation>Alocação</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Semente</translation>
        </message>
        <message>
            <source>Sample points</source>
            <translation>Pontos de amostragem</translation>
        </message>
        <message>
            <source>{}: {} points, {:.1f} % of the area</source>
            <translation>{}: {} pontos, {:.1f} % da área</translation>
        </message>
        <message>
            <source>Search Sentinel-2 scenes</source>
            <translation>Buscar cenas Sentinel-2</translation>
        </message>
        <message>
            <source>Searches a catalogue for Sentinel-2 scenes of a place and time.</source>
            <translation>Busca em um catálogo cenas Sentinel-2 de um lugar e um período.</translation>
        </message>
        <message>
            <source>&lt;p&gt;Searches a catalogue and returns the footprints of the scenes. The field &lt;i&gt;item&lt;/i&gt; of a scene is what 'Load Sentinel-2' takes as its product.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Catalogue&lt;/b&gt;: {} or the URL of any STAC API. &lt;b&gt;Dates&lt;/b&gt;: as 2024-03-14, both included. &lt;b&gt;Maximum cloud&lt;/b&gt;: of the whole scene, as the catalogue states it. &lt;b&gt;Clear share&lt;/b&gt;: looks into the scene classification of each scene for how much of the extent is really clear; that reads a little of each scene.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Busca em um catálogo e retorna as áreas de cobertura das cenas. O campo &lt;i&gt;item&lt;/i&gt; de uma cena é o que 'Carregar Sentinel-2' recebe como produto.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Catálogo&lt;/b&gt;: {} ou a URL de qualquer API STAC. &lt;b&gt;Datas&lt;/b&gt;: como 2024-03-14, ambas incluídas. &lt;b&gt;Nebulosidade máxima&lt;/b&gt;: da cena inteira, conforme o catálogo. &lt;b&gt;Proporção limpa&lt;/b&gt;: vê na classificação de cada cena que parte da extensão está realmente limpa; para isso lê um pouco de cada cena.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Catalogue (name or URL)</source>
            <translation>Catálogo (nome ou URL)</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Extensão</translation>
        </message>
        <message>
            <source>First date</source>
            <translation>Primeira data</translation>
        </message>
        <message>
            <source>Last date</source>
            <translation>Última data</translation>
        </message>
        <message>
            <source>Maximum cloud (%)</source>
            <translation>Nebulosidade máxima (%)</translation>
        </message>
        <message>
            <source>Most scenes</source>
            <translation>Máximo de cenas</translation>
        </message>
        <message>
            <source>Clear share of the extent</source>
            <translation>Proporção limpa da extensão</translation>
        </message>
        <message>
            <source>Scenes</source>
            <translation>Cenas</translation>
        </message>
        <message>
            <source>The extent is empty. Zoom to the place or draw a rectangle.</source>
            <translation>A extensão está vazia. Aproxime o mapa do local ou desenhe um retângulo.</translation>
        </message>
        <message>
            <source>{} scenes.</source>
            <translation>{} cenas.</translation>
        </message>
        <message>
            <source>'{}' is no date. Write it as 2024-03-14.</source>
            <translation>'{}' não é uma data. Escreva-a como 2024-03-14.</translation>
        </message>
        <message>
            <source>'{}' is no catalogue. Choose one of {}, or give the URL of a STAC API.</source>
            <translation>'{}' não é um catálogo. Escolha um de {} ou indique a URL de uma API STAC.</translation>
        </message>
        <message>
            <source>The scenes cannot be written: {}</source>
            <translation>Não é possível gravar as cenas: {}</translation>
        </message>
        <message>
            <source>Write site report</source>
            <translation>Gravar relatório de sítios</translation>
        </message>
        <message>
            <source>&lt;p&gt;Writes a report on the sites of a layer: maps, areas by class, tailings facilities, imagery, method, limits, who drew and who reviewed, and where each figure comes from.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Image&lt;/b&gt;: lies behind the maps. &lt;b&gt;Earlier sectors&lt;/b&gt;: what changed since then is told. &lt;b&gt;Report&lt;/b&gt;: .html is one page that needs no other file and reads well on a screen, by a screen reader and printed; .pdf is the same on A4. &lt;b&gt;Table&lt;/b&gt;: every area as CSV.&lt;/p&gt;&lt;p&gt;Artisanal sites are counted by binned area only. The same input gives the same content hash.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Grava um relatório sobre os sítios de uma camada: mapas, áreas por classe, barragens de rejeitos, imagens, método, limites, quem desenhou e quem revisou, e de onde vem cada número.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Imagem&lt;/b&gt;: fica atrás dos mapas. &lt;b&gt;Setores anteriores&lt;/b&gt;: o que mudou desde então é informado. &lt;b&gt;Relatório&lt;/b&gt;: .html é uma única página que não precisa de outros arquivos e é fácil de ler na tela, com um leitor de tela e impressa; .pdf é o mesmo em A4. &lt;b&gt;Tabela&lt;/b&gt;: todas as áreas como CSV.&lt;/p&gt;&lt;p&gt;Os sítios artesanais são contados só por faixas de área. A mesma entrada dá o mesmo hash de conteúdo.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Writes a report on sites with maps, areas, change and method.</source>
            <translation>Grava um relatório sobre sítios com mapas, áreas, mudanças e método.</translation>
        </message>
        <message>
            <source>Web pages (*.html);;PDF files (*.pdf)</source>
            <translation>Páginas da web (*.html);;Arquivos PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Earlier sectors</source>
            <translation>Setores anteriores</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Relatório</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabela</translation>
        </message>
        <message>
            <source>{} sites, {} sectors in {}</source>
            <translation>{} sítios, {} setores em {}</translation>
        </message>
        <message>
            <source>Content SHA-256 {}</source>
            <translation>SHA-256 do conteúdo {}</translation>
        </message>
        <message>
            <source>The image '{}' is no raster file. Save it as a GeoTIFF first.</source>
            <translation>A imagem '{}' não é um arquivo raster. Salve-a primeiro como GeoTIFF.</translation>
        </message>
        <message>
            <source>Spectral index</source>
            <translation>Índice espectral</translation>
        </message>
        <message>
            <source>Computes a spectral index such as NDVI from the reflectance of an image.</source>
            <translation>Calcula um índice espectral como NDVI a partir da refletância de uma imagem.</translation>
        </message>
        <message>
            <source>&lt;p&gt;Computes a spectral index from reflectance, never from raw numbers: scale and offset of the image are applied first. Ground that was not observed stays empty.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Index&lt;/b&gt;: by its usual abbreviation, such as {}. &lt;b&gt;Sectors&lt;/b&gt;: polygons for a table of the index by sector, which is written beside the result as .csv.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Calcula um índice espectral a partir da refletância, nunca dos números brutos: a escala e o deslocamento da imagem são aplicados antes. O terreno não observado fica vazio.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Índice&lt;/b&gt;: por sua abreviatura habitual, como {}. &lt;b&gt;Setores&lt;/b&gt;: polígonos para uma tabela do índice por setor, que é gravada ao lado do resultado como .csv.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Index</source>
            <translation>Índice</translation>
        </message>
        <message>
            <source>Sectors, for a table</source>
            <translation>Setores, para uma tabela</translation>
        </message>
        <message>
            <source>Index raster</source>
            <translation>Raster do índice</translation>
        </message>
        <message>
            <source>Table by sector</source>
            <translation>Tabela por setor</translation>
        </message>
        <message>
            <source>'{}' is no raster file with bands. Save it as a GeoTIFF first.</source>
            <translation>'{}' não é um arquivo raster com bandas. Salve-o primeiro como GeoTIFF.</translation>
        </message>
        <message>
            <source>Export training chips</source>
            <translation>Exportar recortes de treinamento</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelos</translation>
        </message>
        <message>
            <source>&lt;p&gt;Cuts an image and the sectors that were drawn or reviewed on it into chips and masks, from which a model can learn.&lt;/p&gt;&lt;p&gt;The folder gets &lt;i&gt;train&lt;/i&gt;, &lt;i&gt;val&lt;/i&gt; and &lt;i&gt;test&lt;/i&gt;, each with &lt;i&gt;img&lt;/i&gt; and &lt;i&gt;msk&lt;/i&gt;. Chips keep the image's pixels; masks hold the LAMES codes 0 to 9. &lt;i&gt;index.csv&lt;/i&gt; says where each chip lies, &lt;i&gt;remap.json&lt;/i&gt; which output of a network stands for which code.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Split&lt;/b&gt;: shares of train, val and test. Whole sites (field &lt;i&gt;site_id&lt;/i&gt;, else cells of one degree) go to one part, and no pixel is in two parts. Chips of which a part was not observed are left out: a mask cannot say that nobody knows. Rejected sectors do not count; to leave out more, filter the layer.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Corta uma imagem e os setores que foram desenhados ou revisados sobre ela em recortes e máscaras, com os quais um modelo pode aprender.&lt;/p&gt;&lt;p&gt;A pasta recebe &lt;i&gt;train&lt;/i&gt;, &lt;i&gt;val&lt;/i&gt; e &lt;i&gt;test&lt;/i&gt;, cada uma com &lt;i&gt;img&lt;/i&gt; e &lt;i&gt;msk&lt;/i&gt;. Os recortes mantêm os pixels da imagem; as máscaras contêm os códigos LAMES de 0 a 9. &lt;i&gt;index.csv&lt;/i&gt; diz onde fica cada recorte, &lt;i&gt;remap.json&lt;/i&gt; qual saída de uma rede corresponde a qual código.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Divisão&lt;/b&gt;: proporções de train, val e test. Sítios inteiros (campo &lt;i&gt;site_id&lt;/i&gt;; na falta dele, células de um grau) vão para uma só parte, e nenhum pixel fica em duas partes. Recortes com uma parte não observada são deixados de fora: uma máscara não pode dizer que ninguém sabe. Setores rejeitados não contam; para deixar mais de fora, filtre a camada.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Cuts an image and its sectors into chips and masks from which a model can learn.</source>
            <translation>Corta uma imagem e seus setores em recortes e máscaras com os quais um modelo pode aprender.</translation>
        </message>
        <message>
            <source>Size of a chip (pixels)</source>
            <translation>Tamanho de um recorte (pixels)</translation>
        </message>
        <message>
            <source>Overlap of chips (per cent)</source>
            <translation>Sobreposição dos recortes (por cento)</translation>
        </message>
        <message>
            <source>Split: train, val, test</source>
            <translation>Divisão: train, val, test</translation>
        </message>
        <message>
            <source>Folder of chips</source>
            <translation>Pasta de recortes</translation>
        </message>
        <message>
            <source>{}: {} chips, {} sites</source>
            <translation>{}: {} recortes, {} sítios</translation>
        </message>
        <message>
            <source>Left out, not observed all over: {}</source>
            <translation>Deixados de fora, não observados por inteiro: {}</translation>
        </message>
        <message>
            <source>Left out, shared with another part: {}</source>
            <translation>Deixados de fora, em comum com outra parte: {}</translation>
        </message>
        <message>
            <source>The split '{}' cannot be read. Write three shares such as 70 15 15.</source>
            <translation>Não é possível ler a divisão '{}'. Escreva três proporções, como 70 15 15.</translation>
        </message>
        <message>
            <source>Validate annotations</source>
            <translation>Validar anotações</translation>
        </message>
        <message>
            <source>&lt;p&gt;Looks for what is wrong with sectors: outlines that cross themselves, overlaps above 1 m², gaps and parts below 25 m², names and identities used twice, missing or impossible dates, unknown classes, sizes that do not fit the class, approvals without evidence, sectors outside the observed ground.&lt;/p&gt;&lt;p&gt;Each issue has a point to zoom to, a sentence, and what would mend it; &lt;i&gt;is_safe&lt;/i&gt; is 1 where nothing that a person meant can be lost by that. Nothing is changed.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Procura problemas nos setores: contornos que se cruzam, sobreposições de mais de 1 m², vazios e partes de menos de 25 m², nomes e identificadores repetidos, datas ausentes ou impossíveis, classes desconhecidas, tamanhos que não correspondem à classe, aprovações sem evidência, setores fora do terreno observado.&lt;/p&gt;&lt;p&gt;Cada problema tem um ponto do qual se aproximar, uma frase e o que o corrigiria; &lt;i&gt;is_safe&lt;/i&gt; é 1 quando com isso não se pode perder nada que uma pessoa quis. Nada é alterado.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Lists what is wrong with sectors, where, and what would mend it.</source>
            <translation>Lista os problemas dos setores, onde estão e o que os corrigiria.</translation>
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
            <source>Earth Search (open data on AWS)</source>
            <translation>Earth Search (dados abertos na AWS)</translation>
        </message>
        <message>
            <source>Planetary Computer</source>
            <translation>Planetary Computer</translation>
        </message>
        <message>
            <source>Copernicus Data Space</source>
            <translation>Copernicus Data Space</translation>
        </message>
        <message>
            <source>The login '{}' is no longer in QGIS's authentication settings. Choose another one.</source>
            <translation>A autenticação '{}' não está mais nas configurações de autenticação do QGIS. Escolha outra.</translation>
        </message>
        <message>
            <source>QGIS's login '{}' gives no HTTP header. Unlock it with your master password, or use one of the kinds Basic, OAuth2 or API header.</source>
            <translation>A autenticação '{}' do QGIS não fornece um cabeçalho HTTP. Desbloqueie-a com sua senha mestre ou use um dos tipos Basic, OAuth2 ou API header.</translation>
        </message>
        <message>
            <source>'{}' is no address of a catalogue. It begins with https://.</source>
            <translation>'{}' não é o endereço de um catálogo. Deve começar com https://.</translation>
        </message>
        <message>
            <source>no source with a date</source>
            <translation>não há fonte com data</translation>
        </message>
        <message>
            <source>it is too long</source>
            <translation>é longo demais</translation>
        </message>
        <message>
            <source>Ask when {} was taken</source>
            <translation>Perguntar quando {} foi tomada</translation>
        </message>
        <message>
            <source>The service behind '{layer}' does not say when its picture was taken ({why}). Enter the date.</source>
            <translation>O serviço de '{layer}' não diz quando sua imagem foi tomada ({why}). Informe a data.</translation>
        </message>
        <message>
            <source>The log no longer has the shape of this sector.</source>
            <translation>O registro não tem mais a forma deste setor.</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Edição</translation>
        </message>
        <message>
            <source>The edit could not be saved in '{}' yet. It is kept and saved with the next one: {}</source>
            <translation>A edição ainda não pôde ser salva em '{}'. Ela é mantida e será salva com a próxima: {}</translation>
        </message>
        <message>
            <source>The sectors were changed since they were checked. Check again.</source>
            <translation>Os setores foram alterados desde que foram verificados. Verifique de novo.</translation>
        </message>
        <message>
            <source>Nothing of the sector would be left. Mend it by hand.</source>
            <translation>Nada restaria do setor. Corrija-o à mão.</translation>
        </message>
        <message>
            <source>The sector is no longer in this layer.</source>
            <translation>O setor não está mais nesta camada.</translation>
        </message>
        <message>
            <source>The log no longer has this shape. Choose another act.</source>
            <translation>O registro não tem mais esta forma. Escolha outra ação.</translation>
        </message>
        <message>
            <source>The sector has this shape now.</source>
            <translation>O setor já tem esta forma.</translation>
        </message>
        <message>
            <source>Keep the ground that the outline encloses.</source>
            <translation>Manter o terreno que o contorno cerca.</translation>
        </message>
        <message>
            <source>Make each part a sector of its own, with the same attributes.</source>
            <translation>Fazer de cada parte um setor próprio, com os mesmos atributos.</translation>
        </message>
        <message>
            <source>Drop the parts below 25 m².</source>
            <translation>Descartar as partes de menos de 25 m².</translation>
        </message>
        <message>
            <source>Fill the holes below 25 m².</source>
            <translation>Preencher os buracos de menos de 25 m².</translation>
        </message>
        <message>
            <source>Cut the shared ground out of the larger sector.</source>
            <translation>Recortar do setor maior o terreno compartilhado.</translation>
        </message>
        <message>
            <source>Give the gap to the neighbour that shares most border with it.</source>
            <translation>Dar o vazio ao vizinho que compartilha mais borda com ele.</translation>
        </message>
        <message>
            <source>Set class_key to what belongs to the class.</source>
            <translation>Pôr em class_key o que corresponde à classe.</translation>
        </message>
        <message>
            <source>Calculate the area anew.</source>
            <translation>Calcular a área de novo.</translation>
        </message>
        <message>
            <source>Write the date as it was probably meant.</source>
            <translation>Escrever a data como provavelmente se quis.</translation>
        </message>
        <message>
            <source>Write the second date as it was probably meant.</source>
            <translation>Escrever a segunda data como provavelmente se quis.</translation>
        </message>
        <message>
            <source>Number the later ones.</source>
            <translation>Numerar os posteriores.</translation>
        </message>
        <message>
            <source>Give the later ones an identity of their own.</source>
            <translation>Dar aos posteriores um identificador próprio.</translation>
        </message>
        <message>
            <source>The sectors were changed since you looked at this. Look again.</source>
            <translation>Os setores foram alterados desde que você viu isto. Veja de novo.</translation>
        </message>
        <message>
            <source>The layer was removed while it was being edited.</source>
            <translation>A camada foi removida enquanto era editada.</translation>
        </message>
        <message>
            <source>The edit before this one is still being saved.</source>
            <translation>A edição anterior a esta ainda está sendo salva.</translation>
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
            <source>'{}' cannot be edited: it is read-only.</source>
            <translation>'{}' não pode ser editado: é somente leitura.</translation>
        </message>
        <message>
            <source>The edit could not be saved in '{}' and was taken back: {}</source>
            <translation>A edição não pôde ser salva em '{}' e foi desfeita: {}</translation>
        </message>
        <message>
            <source>'{}' cannot be taken back: the sectors were changed by someone else since.</source>
            <translation>'{}' não pode ser desfeito: outra pessoa alterou os setores desde então.</translation>
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
            <source>Class</source>
            <translation>Classe</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nome</translation>
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
            <source>Agency (image source)</source>
            <translation>Agência (fonte da imagem)</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Sítio</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Comentário</translation>
        </message>
        <message>
            <source>nothing but the shapes</source>
            <translation>nada além das formas</translation>
        </message>
        <message>
            <source>without a class: {}</source>
            <translation>sem classe: {}</translation>
        </message>
        <message>
            <source>The disk of {} is full. Free some space.</source>
            <translation>O disco de {} está cheio. Libere espaço.</translation>
        </message>
        <message>
            <source>{} is being written by another program. Try again when it is done.</source>
            <translation>Outro programa está gravando {}. Tente de novo quando ele terminar.</translation>
        </message>
        <message>
            <source>Image source</source>
            <translation>Fonte da imagem</translation>
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
            <source>Go back to the list of sectors first (Escape).</source>
            <translation>Volte primeiro à lista de setores (Escape).</translation>
        </message>
        <message>
            <source>Not saved yet: press Enter to try again. Another program is writing {}; what you drew stays on the map.</source>
            <translation>Ainda não foi salvo: pressione Enter para tentar de novo. Outro programa está gravando em {}; o que você desenhou continua no mapa.</translation>
        </message>
        <message>
            <source>The map shows no image where you clicked. Add the image, or switch its layer on.</source>
            <translation>O mapa não mostra nenhuma imagem onde você clicou. Adicione a imagem ou ligue sua camada.</translation>
        </message>
        <message>
            <source>Magic select reads image files, and '{}' comes from a service or a database. Load the scene in the Imagery dock, or export the layer to a GeoTIFF.</source>
            <translation>A seleção mágica lê arquivos de imagem, e '{}' vem de um serviço ou de um banco de dados. Carregue a cena no painel Imagens ou exporte a camada para um GeoTIFF.</translation>
        </message>
        <message>
            <source>The last date lies before the first one.</source>
            <translation>A última data é anterior à primeira.</translation>
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
            <source>Outline crosses itself</source>
            <translation>O contorno se cruza</translation>
        </message>
        <message>
            <source>Several parts</source>
            <translation>Várias partes</translation>
        </message>
        <message>
            <source>Smaller than 25 m²</source>
            <translation>Menor que 25 m²</translation>
        </message>
        <message>
            <source>Part smaller than 25 m²</source>
            <translation>Parte menor que 25 m²</translation>
        </message>
        <message>
            <source>Hole smaller than 25 m²</source>
            <translation>Buraco menor que 25 m²</translation>
        </message>
        <message>
            <source>Overlap</source>
            <translation>Sobreposição</translation>
        </message>
        <message>
            <source>Gap between neighbours</source>
            <translation>Vazio entre vizinhos</translation>
        </message>
        <message>
            <source>Outside the observed ground</source>
            <translation>Fora do terreno observado</translation>
        </message>
        <message>
            <source>Mostly outside the site's footprint</source>
            <translation>Na maior parte fora do perímetro do sítio</translation>
        </message>
        <message>
            <source>No LAMES class</source>
            <translation>Sem classe LAMES</translation>
        </message>
        <message>
            <source>Class other</source>
            <translation>Classe outro</translation>
        </message>
        <message>
            <source>Class and class_key differ</source>
            <translation>A classe e class_key diferem</translation>
        </message>
        <message>
            <source>Class of a whole site</source>
            <translation>Classe de um sítio inteiro</translation>
        </message>
        <message>
            <source>No valid image date</source>
            <translation>Data da imagem inválida</translation>
        </message>
        <message>
            <source>No valid second image date</source>
            <translation>Data da segunda imagem inválida</translation>
        </message>
        <message>
            <source>Image date is missing</source>
            <translation>Falta a data da imagem</translation>
        </message>
        <message>
            <source>Image source is missing</source>
            <translation>Falta a fonte da imagem</translation>
        </message>
        <message>
            <source>Two image sources, one date</source>
            <translation>Duas fontes de imagem, uma data</translation>
        </message>
        <message>
            <source>Name and site differ</source>
            <translation>O nome e o sítio diferem</translation>
        </message>
        <message>
            <source>Name used more than once</source>
            <translation>Nome usado mais de uma vez</translation>
        </message>
        <message>
            <source>Identity used more than once</source>
            <translation>Identificador usado mais de uma vez</translation>
        </message>
        <message>
            <source>Unknown review state</source>
            <translation>Estado de revisão desconhecido</translation>
        </message>
        <message>
            <source>Approved without date, source or reviewer</source>
            <translation>Aprovado sem data, fonte ou revisor</translation>
        </message>
        <message>
            <source>Rejected without a reason</source>
            <translation>Rejeitado sem motivo</translation>
        </message>
        <message>
            <source>Area does not fit the shape</source>
            <translation>A área não corresponde à forma</translation>
        </message>
        <message>
            <source>Unusual size for its class</source>
            <translation>Tamanho incomum para sua classe</translation>
        </message>
        <message>
            <source>No usable geometry</source>
            <translation>Sem geometria utilizável</translation>
        </message>
        <message>
            <source>Outline was not closed</source>
            <translation>O contorno não estava fechado</translation>
        </message>
        <message>
            <source>Lines or points beside the polygon</source>
            <translation>Linhas ou pontos junto ao polígono</translation>
        </message>
        <message>
            <source>Site without footprint</source>
            <translation>Sítio sem perímetro</translation>
        </message>
        <message>
            <source>Site without metadata</source>
            <translation>Sítio sem metadados</translation>
        </message>
        <message>
            <source>Metadata without sectors</source>
            <translation>Metadados sem setores</translation>
        </message>
        <message>
            <source>Position with 60 minutes or more</source>
            <translation>Posição com 60 minutos ou mais</translation>
        </message>
        <message>
            <source>Position without east or west</source>
            <translation>Posição sem leste ou oeste</translation>
        </message>
        <message>
            <source>Figures counted up by a spreadsheet</source>
            <translation>Números incrementados por uma planilha</translation>
        </message>
        <message>
            <source>Something unexpected happened: {}. The log has the details.</source>
            <translation>Ocorreu algo inesperado: {}. O registro tem os detalhes.</translation>
        </message>
        <message>
            <source>{} is no longer there. Put it back, or open another project file.</source>
            <translation>{} já não está lá. Reponha-o no lugar ou abra outro arquivo de projeto.</translation>
        </message>
        <message>
            <source>{} was replaced by another file while it was open, and nothing was written into it. Remove its layers from the map, then open it again.</source>
            <translation>{} foi substituído por outro arquivo enquanto estava aberto, e nada foi gravado nele. Remova as camadas dele do mapa e abra-o de novo.</translation>
        </message>
        <message>
            <source>Build overviews of {}</source>
            <translation>Gerar pirâmides de {}</translation>
        </message>
        <message>
            <source>Overviews of {path} could not be built ({problem}). Check that its folder can be written.</source>
            <translation>Não foi possível gerar as pirâmides de {path} ({problem}). Verifique se é possível gravar em sua pasta.</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Apagar</translation>
        </message>
        <message>
            <source>Nothing would change here.</source>
            <translation>Nada mudaria aqui.</translation>
        </message>
        <message>
            <source>Paint {}</source>
            <translation>Pintar {}</translation>
        </message>
        <message>
            <source>There is no sector to erase here.</source>
            <translation>Não há nenhum setor para apagar aqui.</translation>
        </message>
        <message>
            <source>This ground belongs to the class already.</source>
            <translation>Este terreno já pertence à classe.</translation>
        </message>
        <message>
            <source>Sectors in review, approved or published keep their ground. Select the sector first if you mean it.</source>
            <translation>Setores em revisão, aprovados ou publicados mantêm seu terreno. Selecione antes o setor se é isso que deseja.</translation>
        </message>
        <message>
            <source>Magic select {}</source>
            <translation>Seleção mágica {}</translation>
        </message>
        <message>
            <source>The picture could not be written to {}.</source>
            <translation>Não foi possível gravar a imagem em {}.</translation>
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
            <source>The detection has written no project file.</source>
            <translation>A detecção não gravou nenhum arquivo de projeto.</translation>
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
            <source>'{}' delivered no picture here{}. Check the connection and the extent.</source>
            <translation>'{}' não forneceu nenhuma imagem aqui{}. Verifique a conexão e a extensão.</translation>
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
            <source>'{}' is a map service without a resolution of its own, and the model names none.</source>
            <translation>'{}' é um serviço de mapas sem resolução própria e o modelo não indica nenhuma.</translation>
        </message>
        <message>
            <source>Look at the values of {}</source>
            <translation>Examinar os valores de {}</translation>
        </message>
        <message>
            <source>'{}' lacks the bands for this.</source>
            <translation>Faltam a '{}' as bandas para isto.</translation>
        </message>
        <message>
            <source>'{}' has no values here to draw.</source>
            <translation>'{}' não tem aqui valores para desenhar.</translation>
        </message>
        <message>
            <source>the file cannot be opened</source>
            <translation>não é possível abrir o arquivo</translation>
        </message>
        <message>
            <source>a sector was rejected here before</source>
            <translation>um setor já foi rejeitado aqui</translation>
        </message>
        <message>
            <source>Order of the review</source>
            <translation>Ordem da revisão</translation>
        </message>
        <message>
            <source>Decided.</source>
            <translation>Decidido.</translation>
        </message>
        <message>
            <source>nothing stands out</source>
            <translation>nada chama a atenção</translation>
        </message>
        <message>
            <source>the last map has {share:.0f} % of it as {title}</source>
            <translation>o último mapa tem {share:.0f} % dele como {title}</translation>
        </message>
        <message>
            <source>unusual size for its class ({area}; usual are {low:g} to {high:g} ha)</source>
            <translation>tamanho incomum para sua classe ({area}; o usual é de {low:g} a {high:g} ha)</translation>
        </message>
        <message>
            <source>it has no class</source>
            <translation>não tem classe</translation>
        </message>
        <message>
            <source>Needs you {score:.0f} of 100: {reasons}.</source>
            <translation>Precisa de você {score:.0f} de 100: {reasons}.</translation>
        </message>
        <message>
            <source>Skipped. {}</source>
            <translation>Pulado. {}</translation>
        </message>
        <message>
            <source>the model is unsure ({:.0f} %)</source>
            <translation>o modelo não tem certeza ({:.0f} %)</translation>
        </message>
        <message>
            <source>large ({})</source>
            <translation>grande ({})</translation>
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
            <source>is it open for editing, or has it been removed?</source>
            <translation>está aberto para edição ou foi removido?</translation>
        </message>
        <message>
            <source>is the file read-only?</source>
            <translation>o arquivo é somente leitura?</translation>
        </message>
        <message>
            <source>{} holds no points with a column '{}'. Choose a file of 'Draw sample points'.</source>
            <translation>{} não contém pontos com uma coluna '{}'. Escolha um arquivo de 'Sortear pontos de amostra'.</translation>
        </message>
        <message>
            <source>{} is no sample. Choose the .gpkg or .geojson that 'Draw sample points' wrote.</source>
            <translation>{} não é uma amostra. Escolha o .gpkg ou .geojson que 'Sortear pontos de amostra' gravou.</translation>
        </message>
        <message>
            <source>{} holds no points. Draw a sample first.</source>
            <translation>{} não contém pontos. Sorteie antes uma amostra.</translation>
        </message>
        <message>
            <source>The label of point {} was not saved in {}: {}</source>
            <translation>O rótulo do ponto {} não foi salvo em {}: {}</translation>
        </message>
        <message>
            <source>{} cannot take labels: {}</source>
            <translation>{} não pode receber rótulos: {}</translation>
        </message>
        <message>
            <source>There is no class {codes} (sector: {names}). Choose a class from 0 to 9, or press Z in the Annotation dock to take it back.</source>
            <translation>Não existe a classe {codes} (setor: {names}). Escolha uma classe de 0 a 9, ou pressione Z no painel Anotação para desfazer.</translation>
        </message>
        <message>
            <source>QGIS ended before it had saved the last edit of its own tools (sectors: {}). The history says which; make it again.</source>
            <translation>O QGIS terminou antes de salvar a última edição de suas próprias ferramentas (setores: {}). O histórico diz quais; faça-a de novo.</translation>
        </message>
        <message>
            <source>Sentinel-2</source>
            <translation>Sentinel-2</translation>
        </message>
        <message>
            <source>true colour</source>
            <translation>cor verdadeira</translation>
        </message>
        <message>
            <source>The image was loaded, but QGIS cannot open {}.</source>
            <translation>A imagem foi carregada, mas o QGIS não consegue abrir {}.</translation>
        </message>
        <message>
            <source>The index was computed, but QGIS cannot open {}.</source>
            <translation>O índice foi calculado, mas o QGIS não consegue abrir {}.</translation>
        </message>
        <message>
            <source>'{}' is no band of Sentinel-2. Write names such as B02,B03,B04,B08.</source>
            <translation>'{}' não é uma banda do Sentinel-2. Escreva nomes como B02,B03,B04,B08.</translation>
        </message>
        <message>
            <source>The band {} is named twice.</source>
            <translation>A banda {} aparece duas vezes.</translation>
        </message>
        <message>
            <source>'{layer}' has more than {limit} polygons. Select those that matter here.</source>
            <translation>'{layer}' tem mais de {limit} polígonos. Selecione os que importam aqui.</translation>
        </message>
        <message>
            <source>The polygons of '{}' cannot be transformed to WGS 84.</source>
            <translation>Os polígonos de '{}' não podem ser transformados para WGS 84.</translation>
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
            <source>A host on the network did not answer as expected. Check the connection and try again.</source>
            <translation>Um servidor da rede não respondeu como esperado. Verifique a conexão e tente de novo.</translation>
        </message>
        <message>
            <source>The host asks for a sign-in. Choose an authentication for it and try again.</source>
            <translation>O servidor pede login. Escolha uma autenticação para ele e tente de novo.</translation>
        </message>
        <message>
            <source>The catalogue or one of its items cannot be used.</source>
            <translation>Não é possível usar o catálogo ou um de seus itens.</translation>
        </message>
        <message>
            <source>{count} entries of the catalogue are no scenes that can be read; they were left out.</source>
            <translation>{count} entradas do catálogo não são cenas que possam ser lidas; foram omitidas.</translation>
        </message>
        <message>
            <source>The catalogue sent the same page again and again; the list may be incomplete.</source>
            <translation>O catálogo enviou a mesma página várias vezes; a lista pode estar incompleta.</translation>
        </message>
        <message>
            <source>There may be more than these {count} scenes. Choose a shorter period or a smaller extent.</source>
            <translation>Pode haver mais do que estas {count} cenas. Escolha um período mais curto ou uma extensão menor.</translation>
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
            <source>'{image}' lies outside the region that '{model}' learned from: expect more errors.</source>
            <translation>'{image}' está fora da região em que '{model}' aprendeu: espere mais erros.</translation>
        </message>
        <message>
            <source>'{image}' has {image_gsd_m:.3g} m on the ground and '{model}' was made for {model_gsd_m:.3g} m: the image is averaged to that, and small sectors are lost. A model for finer imagery would see more.</source>
            <translation>'{image}' tem {image_gsd_m:.3g} m no terreno e '{model}' foi feito para {model_gsd_m:.3g} m: a imagem é reduzida a esse tamanho pela média e setores pequenos se perdem. Um modelo para imagens mais finas veria mais.</translation>
        </message>
        <message>
            <source>'{model}' is experimental: check everything that it draws.</source>
            <translation>'{model}' é experimental: verifique tudo o que ele desenha.</translation>
        </message>
        <message>
            <source>{model} found cloud or shadow on {percent:.1f} % of the image; that ground counts as not observed.</source>
            <translation>{model} encontrou nuvens ou sombras em {percent:.1f} % da imagem; esse terreno conta como não observado.</translation>
        </message>
        <message>
            <source>What the mask '{mask}' of '{image}' hides (cloud, shadow and the like) counts as not observed.</source>
            <translation>O que a máscara '{mask}' de '{image}' esconde (nuvens, sombras e semelhantes) conta como não observado.</translation>
        </message>
        <message>
            <source>By the scene classes of '{image}' cloud, shadow and the like hide {percent:g} % of the extent; that ground counts as not observed.</source>
            <translation>Segundo as classes de cena de '{image}', nuvens, sombras e semelhantes escondem {percent:g} % da extensão; esse terreno conta como não observado.</translation>
        </message>
        <message>
            <source>'{image}' was loaded with the mask '{mask}', which is no longer there: clouds count as ground. Put it beside the image again, or load the scene again.</source>
            <translation>'{image}' foi carregada com a máscara '{mask}', que não está mais lá: as nuvens contam como terreno. Ponha-a de novo junto à imagem ou carregue a cena outra vez.</translation>
        </message>
        <message>
            <source>'{image}' was loaded without a mask: clouds count as ground. Load the scene again with one.</source>
            <translation>'{image}' foi carregada sem máscara: as nuvens contam como terreno. Carregue a cena de novo com uma.</translation>
        </message>
        <message>
            <source>'{image}' was given another coordinate system than its file has, so its own mask does not lie on it: clouds count as ground.</source>
            <translation>'{image}' recebeu um sistema de coordenadas diferente do de seu arquivo, e por isso sua própria máscara não coincide com ela: as nuvens contam como terreno.</translation>
        </message>
        <message>
            <source>No cloud model suits '{image}', so clouds are not masked: ukis-csmask must be installed in the engine, and the image needs blue, green, red and near infrared.</source>
            <translation>Nenhum modelo de nuvens é adequado a '{image}', por isso as nuvens não são mascaradas: ukis-csmask precisa estar instalado no motor e a imagem precisa de azul, verde, vermelho e infravermelho próximo.</translation>
        </message>
        <message>
            <source>It cannot be used: {problem}</source>
            <translation>Não pode ser usado: {problem}</translation>
        </message>
        <message>
            <source>It needs bands that the image does not have.</source>
            <translation>Precisa de bandas que a imagem não tem.</translation>
        </message>
        <message>
            <source>It learned elsewhere.</source>
            <translation>Aprendeu em outro lugar.</translation>
        </message>
        <message>
            <source>It wants measured reflectance, and the image is an 8-bit picture.</source>
            <translation>Exige refletância medida e a imagem é de 8 bits.</translation>
        </message>
        <message>
            <source>It only screens: one answer a patch, no outlines.</source>
            <translation>Faz só uma triagem: uma resposta por recorte, sem contornos.</translation>
        </message>
        <message>
            <source>It is experimental.</source>
            <translation>É experimental.</translation>
        </message>
        <message>
            <source>It learned from real mines, and this scene is made up.</source>
            <translation>Aprendeu com minas reais e esta cena é fictícia.</translation>
        </message>
        <message>
            <source>All mines that it learned from are made up.</source>
            <translation>Todas as minas com que aprendeu são fictícias.</translation>
        </message>
        <message>
            <source>Its card gives no test result.</source>
            <translation>Sua ficha não dá nenhum resultado de teste.</translation>
        </message>
        <message>
            <source>Its card does not say for which pixel size it was made.</source>
            <translation>Sua ficha não diz para que tamanho de pixel foi feito.</translation>
        </message>
        <message>
            <source>It is made for pixels of {low_m:.3g} to {high_m:.3g} m; the image has {image_gsd_m:.3g} m and would be averaged.</source>
            <translation>É feito para pixels de {low_m:.3g} a {high_m:.3g} m; a imagem tem {image_gsd_m:.3g} m e seria reduzida pela média.</translation>
        </message>
        <message>
            <source>It is made for pixels of {low_m:.3g} to {high_m:.3g} m; the image has {image_gsd_m:.3g} m: detail that it looks for is not there.</source>
            <translation>É feito para pixels de {low_m:.3g} a {high_m:.3g} m; a imagem tem {image_gsd_m:.3g} m: o detalhe que ele procura não está lá.</translation>
        </message>
        <message>
            <source>{count} of {total} sectors are a model's drafts that nobody reviewed; a model would learn its own mistakes. Review them, or choose reviewed states.</source>
            <translation>{count} de {total} setores são rascunhos de um modelo que ninguém revisou; um modelo aprenderia seus próprios erros. Revise-os ou escolha estados revisados.</translation>
        </message>
        <message>
            <source>The sectors do not say what ground was looked at: chips without a sector were left out, and what lies beside sectors counts as 'other'.</source>
            <translation>Os setores não dizem que terreno foi examinado: recortes sem setor foram deixados de fora, e o que fica ao lado dos setores conta como 'outro'.</translation>
        </message>
        <message>
            <source>There are too few sites for every part: {parts} got no chip. Add images of other sites.</source>
            <translation>Há poucos sítios para todas as partes: {parts} não recebeu nenhum recorte. Adicione imagens de outros sítios.</translation>
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
            <source>{count} artisanal sites were written as cells of {grid} degrees. To release where they are, choose no generalisation, or state the purpose and the recipient.</source>
            <translation>{count} sítios artesanais foram gravados como células de {grid} graus. Para divulgar onde estão, escolha não generalizar ou indique a finalidade e o destinatário.</translation>
        </message>
        <message>
            <source>{count} artisanal sites are counted by binned area only; their places are withheld.</source>
            <translation>{count} sítios artesanais são contados só por faixas de área; seus locais não são divulgados.</translation>
        </message>
        <message>
            <source>{path} lies behind none of the maps: no site is on it.</source>
            <translation>{path} não está por trás de nenhum mapa: não contém nenhum sítio.</translation>
        </message>
        <message>
            <source>Sectors of {count} images lie over each other: areas are those of all dates together. Filter by image for one date, or compare dates with 'Detect change'.</source>
            <translation>Há setores de {count} imagens sobrepostos: as áreas são as de todas as datas juntas. Filtre por imagem para uma só data ou compare datas com 'Detectar mudanças'.</translation>
        </message>
        <message>
            <source>{count} sectors have none of the classes 0 to 9 and count nowhere; give them a class.</source>
            <translation>{count} setores não têm nenhuma das classes 0 a 9 e não contam em lugar nenhum; dê uma classe a eles.</translation>
        </message>
        <message>
            <source>{count} sectors have no polygon on the earth and count nowhere; mend or delete them.</source>
            <translation>{count} setores não têm nenhum polígono na Terra e não contam em lugar nenhum; corrija-os ou exclua-os.</translation>
        </message>
        <message>
            <source>{count} pairs of overlay polygons overlap ('{first}', '{second}'): their rows do not add up.</source>
            <translation>{count} pares de polígonos sobrepostos coincidem em parte ('{first}', '{second}'): suas linhas não podem ser somadas.</translation>
        </message>
        <message>
            <source>The file does not say what was observed: everything here counts as observed.</source>
            <translation>O arquivo não diz o que foi observado: aqui tudo conta como observado.</translation>
        </message>
        <message>
            <source>The sectors of one date do not say what was observed: everything counts as observed then.</source>
            <translation>Os setores de uma data não dizem o que foi observado: nessa data tudo conta como observado.</translation>
        </message>
        <message>
            <source>The points do not say by which strata they were drawn; the map's classes are taken for them.</source>
            <translation>Os pontos não dizem por quais estratos foram gerados; as classes do mapa são tomadas como tais.</translation>
        </message>
        <message>
            <source>{empty} strata have no labelled point and {single} only one: areas and intervals stay undefined until they have two. Label more points.</source>
            <translation>{empty} estratos não têm nenhum ponto rotulado e {single} só um: áreas e intervalos ficam indefinidos até que tenham dois. Rotule mais pontos.</translation>
        </message>
        <message>
            <source>Two readers differ on {count} points and nobody has decided yet; the second reader's label counts until then. Decide them in the labelling window.</source>
            <translation>Dois intérpretes divergem em {count} pontos e ninguém decidiu ainda; até lá vale o rótulo do segundo. Decida-os na janela de rotulagem.</translation>
        </message>
        <message>
            <source>Neither file says what was observed and there is no extent: ground that neither maps counts nowhere.</source>
            <translation>Nenhum dos arquivos diz o que foi observado e não há extensão: o terreno que nenhum deles mapeia não conta em lugar nenhum.</translation>
        </message>
        <message>
            <source>A date has no image date: rates per year stay undefined.</source>
            <translation>Uma das datas não tem data de imagem: as taxas anuais ficam indefinidas.</translation>
        </message>
        <message>
            <source>The sectors before ({before}) are not older than those after ({after}); check the order.</source>
            <translation>Os setores de antes ({before}) não são anteriores aos de depois ({after}); verifique a ordem.</translation>
        </message>
        <message>
            <source>The dates lie in different seasons ({before}, {after}); plants and shadows may pass for change.</source>
            <translation>As datas são de estações diferentes ({before}, {after}); plantas e sombras podem se confundir com mudanças.</translation>
        </message>
        <message>
            <source>{count} dates are no ISO dates and were written as they are; correct them before you publish.</source>
            <translation>{count} datas não são datas ISO e foram gravadas como estão; corrija-as antes de publicar.</translation>
        </message>
        <message>
            <source>{count} images of '{product}' are missing. The other bands can be used; get the product again for all.</source>
            <translation>Faltam {count} imagens de '{product}'. As outras bandas podem ser usadas; obtenha o produto de novo para ter todas.</translation>
        </message>
        <message>
            <source>'{scene}' has no scene classes (L1C before 04.00, or a file is missing): clouds and shadow are not masked there. Detect can look for them itself: 'Leave out clouds and their shadows'.</source>
            <translation>'{scene}' não tem classes de cena (L1C anterior a 04.00, ou falta um arquivo): nuvens e sombras não são mascaradas ali. O Detectar pode procurá-las: 'Deixar de fora as nuvens e suas sombras'.</translation>
        </message>
        <message>
            <source>Inside the polygons to keep, cloud counts as ground. {dates} date(s) cannot tell bright tailings from a cloud that passed; {least} or more loaded together can.</source>
            <translation>Dentro dos polígonos a manter, nuvens contam como terreno. {dates} data(s) não permitem distinguir rejeitos claros de uma nuvem passageira; {least} ou mais carregadas juntas permitem.</translation>
        </message>
        <message>
            <source>The scenes are stored with and without an offset; all were brought to one, as their tags say.</source>
            <translation>As cenas estão armazenadas com e sem deslocamento; todas foram levadas a um só, conforme suas etiquetas.</translation>
        </message>
        <message>
            <source>The scenes are of {levels}: top-of-atmosphere and surface reflectance do not fit together.</source>
            <translation>As cenas são de {levels}: a refletância no topo da atmosfera e a de superfície não são compatíveis.</translation>
        </message>
        <message>
            <source>Nothing of the extent is observed: clouds, shadow or your polygons hide all of it, or the scenes hold no data there. Choose another date.</source>
            <translation>Nada da extensão é observado: nuvens, sombras ou seus polígonos a escondem toda, ou as cenas não têm dados nela. Escolha outra data.</translation>
        </message>
        <message>
            <source>Nothing of '{image}' is observed there: {index} has no values. Choose another extent.</source>
            <translation>Nada de '{image}' é observado ali: {index} não tem valores. Escolha outra extensão.</translation>
        </message>
        <message>
            <source>{index} says little here: '{image}' shows hardly any vegetation whose loss or recovery it could tell.</source>
            <translation>{index} diz pouco aqui: '{image}' quase não mostra vegetação cuja perda ou recuperação pudesse indicar.</translation>
        </message>
        <message>
            <source>Where people have worked, the run proposes {add} additions, {change} changes and {disappear} disappearances, and agrees with {agreed} sectors. Nothing was changed: take or refuse each.</source>
            <translation>Onde pessoas já trabalharam, a execução propõe {add} adições, {change} alterações e {disappear} desaparecimentos, e concorda com {agreed} setores. Nada foi alterado: aceite ou recuse cada proposta.</translation>
        </message>
        <message>
            <source>{count} objects of the file hold a key twice, first '{key}'; the last value counts.</source>
            <translation>{count} objetos do arquivo contêm uma chave duas vezes, a primeira '{key}'; conta o último valor.</translation>
        </message>
        <message>
            <source>The file is not UTF-8 as GeoJSON must be; it was read as Windows-1252. Check accented letters.</source>
            <translation>O arquivo não é UTF-8 como GeoJSON deve ser; foi lido como Windows-1252. Verifique as letras acentuadas.</translation>
        </message>
        <message>
            <source>{count} network links were not followed: nothing is fetched.</source>
            <translation>{count} links de rede não foram seguidos: nada é obtido.</translation>
        </message>
        <message>
            <source>Sites were joined from {files}.</source>
            <translation>Os sítios foram unidos a partir de {files}.</translation>
        </message>
        <message>
            <source>{count} features of {file} became no sector ({reasons}).</source>
            <translation>{count} feições de {file} não se tornaram setores ({reasons}).</translation>
        </message>
        <message>
            <source>What the images show is not in this layer: whether sectors lie in observed ground was not checked.</source>
            <translation>O que as imagens mostram não está nesta camada: não foi verificado se os setores estão em terreno observado.</translation>
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
            <source>Looking for clouds</source>
            <translation>Procurando nuvens</translation>
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
            <source>Reading the scenes</source>
            <translation>Lendo as cenas</translation>
        </message>
        <message>
            <source>Cutting chips</source>
            <translation>Cortando recortes</translation>
        </message>
        <message>
            <source>Searching the catalogue</source>
            <translation>Buscando no catálogo</translation>
        </message>
        <message>
            <source>Downloading</source>
            <translation>Baixando</translation>
        </message>
        <message>
            <source>Writing the image</source>
            <translation>Gravando a imagem</translation>
        </message>
        <message>
            <source>Computing the index</source>
            <translation>Calculando o índice</translation>
        </message>
        <message>
            <source>Measuring the sectors</source>
            <translation>Medindo os setores</translation>
        </message>
        <message>
            <source>Reading the sectors</source>
            <translation>Lendo os setores</translation>
        </message>
        <message>
            <source>Checking the sectors</source>
            <translation>Verificando os setores</translation>
        </message>
        <message>
            <source>'{}' comes from Google's map tiles. Google's terms forbid image analysis and the extraction of objects from them. Choose an image of your own, or Sentinel-2.</source>
            <translation>'{}' vem dos blocos de mapa do Google. Os termos do Google proíbem analisá-los e extrair objetos deles. Escolha uma imagem própria ou Sentinel-2.</translation>
        </message>
        <message>
            <source>'{layer}' comes from the service {host}, and nobody has confirmed yet that its terms permit image analysis. Confirm it once in the Imagery dock; outside the desktop, name the host in the environment variable {variable}.</source>
            <translation>'{layer}' vem do serviço {host} e ninguém confirmou ainda que seus termos permitem a análise de imagens. Confirme isso uma vez no painel Imagens; fora do desktop, indique o servidor na variável de ambiente {variable}.</translation>
        </message>
        <message>
            <source>There is no hole here that sectors enclose.</source>
            <translation>Não há aqui nenhum buraco cercado por setores.</translation>
        </message>
        <message>
            <source>The line splits nothing. Draw it from border to border across a sector.</source>
            <translation>A linha não divide nada. Desenhe-a de borda a borda através de um setor.</translation>
        </message>
        <message>
            <source>Select two or more sectors that touch, then merge them.</source>
            <translation>Selecione dois ou mais setores que se tocam e depois una-os.</translation>
        </message>
        <message>
            <source>The selected sectors belong to different images and cannot be merged.</source>
            <translation>Os setores selecionados pertencem a imagens diferentes e não podem ser unidos.</translation>
        </message>
        <message>
            <source>The selected sectors do not all touch each other. Merge only those that do.</source>
            <translation>Nem todos os setores selecionados se tocam. Una só os que se tocam.</translation>
        </message>
        <message>
            <source>What is cut out must be 25 m² or more.</source>
            <translation>O que se recorta deve ter 25 m² ou mais.</translation>
        </message>
        <message>
            <source>There is no sector to cut here.</source>
            <translation>Não há nenhum setor para recortar aqui.</translation>
        </message>
        <message>
            <source>Select the sector that its neighbour shall absorb.</source>
            <translation>Selecione o setor que seu vizinho deve absorver.</translation>
        </message>
        <message>
            <source>There is a sector here. Click into a hole.</source>
            <translation>Há um setor aqui. Clique dentro de um buraco.</translation>
        </message>
        <message>
            <source>The sector touches no other one that could absorb it.</source>
            <translation>O setor não toca nenhum outro que possa absorvê-lo.</translation>
        </message>
        <message>
            <source>The line must cross the same border twice: begin and end it beside the border.</source>
            <translation>A linha deve cruzar a mesma borda duas vezes: comece e termine ao lado da borda.</translation>
        </message>
        <message>
            <source>Nothing of 25 m² or more would be left: reviewed sectors hold the ground, or the shape is too small.</source>
            <translation>Não restariam 25 m² ou mais: setores revisados ocupam o terreno, ou a forma é pequena demais.</translation>
        </message>
        <message>
            <source>'{}' is not in {}. Import it into a project file.</source>
            <translation>'{}' não está em {}. Importe-o para um arquivo de projeto.</translation>
        </message>
        <message>
            <source>The shape has a corner without a place. Draw it again.</source>
            <translation>A forma tem um vértice sem lugar. Desenhe-a de novo.</translation>
        </message>
        <message>
            <source>The shape reaches beyond the edge of the world. Zoom in and draw it again.</source>
            <translation>A forma ultrapassa a borda do mundo. Aproxime e desenhe-a de novo.</translation>
        </message>
        <message>
            <source>These shapes cannot be worked out: {}</source>
            <translation>Não é possível calcular estas formas: {}</translation>
        </message>
        <message>
            <source>Nothing can be smoothed here: the borders are simple, or reviewed sectors hold them.</source>
            <translation>Nada pode ser suavizado aqui: as bordas são simples, ou setores revisados as fixam.</translation>
        </message>
        <message>
            <source>Select the sectors whose borders shall be smoothed.</source>
            <translation>Selecione os setores cujas bordas devem ser suavizadas.</translation>
        </message>
        <message>
            <source>The selected sectors belong to different images. Smooth those of one at a time.</source>
            <translation>Os setores selecionados pertencem a imagens diferentes. Suavize os de uma por vez.</translation>
        </message>
        <message>
            <source>One of you has deleted the sector: choose one of both.</source>
            <translation>Um de vocês excluiu o setor: escolha uma das duas versões.</translation>
        </message>
        <message>
            <source>{who} ({date}, clash {number}): {what}</source>
            <translation>{who} ({date}, conflito {number}): {what}</translation>
        </message>
        <message>
            <source>another shape, {:.2f} ha</source>
            <translation>outra forma, {:.2f} ha</translation>
        </message>
        <message>
            <source>{} (shared)</source>
            <translation>{} (compartilhado)</translation>
        </message>
        <message>
            <source>The shared project '{}' cannot be opened: {}</source>
            <translation>Não é possível abrir o projeto compartilhado '{}': {}</translation>
        </message>
        <message>
            <source>no sectors</source>
            <translation>sem setores</translation>
        </message>
        <message>
            <source>A text holds a null character; PostgreSQL cannot store it.</source>
            <translation>Um texto contém um caractere nulo; o PostgreSQL não pode armazená-lo.</translation>
        </message>
        <message>
            <source>This QGIS has no PostgreSQL provider. Install the package qgis-providers.</source>
            <translation>Este QGIS não tem provedor PostgreSQL. Instale o pacote qgis-providers.</translation>
        </message>
        <message>
            <source>The shared project '{}' does not take this: {}</source>
            <translation>O projeto compartilhado '{}' não aceita isto: {}</translation>
        </message>
        <message>
            <source>'{}' is no name for a shared project. Use small letters, digits and _, up to 48.</source>
            <translation>'{}' não é um nome para um projeto compartilhado. Use letras minúsculas, algarismos e _, até 48.</translation>
        </message>
        <message>
            <source>The database does not answer: {}</source>
            <translation>O banco de dados não responde: {}</translation>
        </message>
        <message>
            <source>Others are changing '{}' at this moment. Try again in a minute.</source>
            <translation>Outros estão alterando '{}' neste momento. Tente de novo em um minuto.</translation>
        </message>
        <message>
            <source>There is a project '{}' already. Choose another name.</source>
            <translation>Já existe um projeto '{}'. Escolha outro nome.</translation>
        </message>
        <message>
            <source>{} of {} sectors have no identity of their own (uuid). Check the sectors first.</source>
            <translation>{} de {} setores não têm identidade própria (uuid). Verifique antes os setores.</translation>
        </message>
        <message>
            <source>The log of {} is broken at row {}. Verify it before others work on it.</source>
            <translation>O registro de {} está quebrado na linha {}. Verifique-o antes que outros trabalhem nele.</translation>
        </message>
        <message>
            <source>'{}' was not written: someone else has changed the same sector. Choose between both.</source>
            <translation>'{}' não foi gravado: outra pessoa alterou o mesmo setor. Escolha entre os dois.</translation>
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
            <source>a tile is too large</source>
            <translation>um bloco é grande demais</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>sem resposta</translation>
        </message>
        <message>
            <source>The service {host} did not deliver its picture ({problem}). Wait a little and try again, or choose a smaller extent.</source>
            <translation>O serviço {host} não forneceu sua imagem ({problem}). Espere um pouco e tente de novo, ou escolha uma extensão menor.</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Verificar</translation>
        </message>
        <message>
            <source>Check &amp;again</source>
            <translation>Verificar de &amp;novo</translation>
        </message>
        <message>
            <source>Mend: {}</source>
            <translation>Corrigir: {}</translation>
        </message>
        <message>
            <source>What</source>
            <translation>O quê</translation>
        </message>
        <message>
            <source>{found} things to look at in {total}; {fixable} can be mended here.</source>
            <translation>Pontos a examinar em {total}: {found}; podem ser corrigidos aqui: {fixable}.</translation>
        </message>
        <message>
            <source>Checking {}…</source>
            <translation>Verificando {}…</translation>
        </message>
        <message>
            <source>Check sectors: {}</source>
            <translation>Verificar setores: {}</translation>
        </message>
        <message>
            <source>The check was not finished.</source>
            <translation>A verificação não foi concluída.</translation>
        </message>
        <message>
            <source>&amp;Mend</source>
            <translation>&amp;Corrigir</translation>
        </message>
        <message>
            <source>The list shows the first {}.</source>
            <translation>A lista mostra os primeiros {}.</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>Desfeito.</translation>
        </message>
        <message>
            <source>Fix: {}</source>
            <translation>Correção: {}</translation>
        </message>
        <message>
            <source>Perhaps: {}</source>
            <translation>Talvez: {}</translation>
        </message>
        <message>
            <source>Mended: {}. Z takes it back.</source>
            <translation>Corrigido: {}. Z desfaz.</translation>
        </message>
        <message>
            <source>Nothing is wrong with {}.</source>
            <translation>Nenhum problema em {}.</translation>
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
            <source>Everything ({})</source>
            <translation>Tudo ({})</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Histórico</translation>
        </message>
        <message>
            <source>Reading the log…</source>
            <translation>Lendo o registro…</translation>
        </message>
        <message>
            <source>History of a sector</source>
            <translation>Histórico de um setor</translation>
        </message>
        <message>
            <source>The log was not read.</source>
            <translation>O registro não foi lido.</translation>
        </message>
        <message>
            <source>This sector</source>
            <translation>Este setor</translation>
        </message>
        <message>
            <source>Restore a shape</source>
            <translation>Restaurar uma forma</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Quem</translation>
        </message>
        <message>
            <source>When (UTC)</source>
            <translation>Quando (UTC)</translation>
        </message>
        <message>
            <source>Select one sector, then ask for its history.</source>
            <translation>Selecione um setor e depois peça seu histórico.</translation>
        </message>
        <message>
            <source>{name}: what happened to it, newest first.</source>
            <translation>{name}: o que aconteceu com ele, primeiro o mais recente.</translation>
        </message>
        <message>
            <source>The log is broken: someone has changed it. Verify the log to see where.</source>
            <translation>O registro está rompido: alguém o alterou. Verifique o registro para ver onde.</translation>
        </message>
        <message>
            <source>&amp;Restore this shape</source>
            <translation>&amp;Restaurar esta forma</translation>
        </message>
        <message>
            <source>{name}: the log has nothing about it.</source>
            <translation>{name}: o registro não contém nada sobre ele.</translation>
        </message>
        <message>
            <source>The shape of {} is back. Z takes it back.</source>
            <translation>A forma de {} foi restaurada. Z desfaz.</translation>
        </message>
        <message>
            <source>Area afterwards: {}</source>
            <translation>Área depois: {}</translation>
        </message>
        <message>
            <source>On the map: dashed is the shape now, full is the shape then.</source>
            <translation>No mapa: a forma atual, tracejada; a de então, com linha contínua.</translation>
        </message>
        <message>
            <source>1 repair</source>
            <translation>1 reparo</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importar</translation>
        </message>
        <message>
            <source>&amp;Import as it is</source>
            <translation>&amp;Importar como está</translation>
        </message>
        <message>
            <source>Look at it first: what somebody meant could be lost.</source>
            <translation>Examine primeiro: o que alguém quis expressar pode se perder.</translation>
        </message>
        <message>
            <source>&amp;Tick all safe repairs</source>
            <translation>&amp;Marcar todos os reparos seguros</translation>
        </message>
        <message>
            <source>{sectors} imported from {file}, {repairs} made.</source>
            <translation>Importado de {file}: {sectors}, com {repairs}.</translation>
        </message>
        <message>
            <source>{} repairs</source>
            <translation>{} reparos</translation>
        </message>
        <message>
            <source>Looking into {}…</source>
            <translation>Examinando {}…</translation>
        </message>
        <message>
            <source>Nothing was imported.</source>
            <translation>Nada foi importado.</translation>
        </message>
        <message>
            <source>Look into {}</source>
            <translation>Examinar {}</translation>
        </message>
        <message>
            <source>{sectors} found in {file} (features: {features}). Nothing is imported yet.</source>
            <translation>{file} contém {sectors} (feições: {features}). Nada foi importado ainda.</translation>
        </message>
        <message>
            <source>&amp;Import with {}</source>
            <translation>&amp;Importar com {}</translation>
        </message>
        <message>
            <source>Import {}</source>
            <translation>Importar {}</translation>
        </message>
        <message>
            <source>On the map: dashed is before, full is after. The area changes by {:+.1f} m².</source>
            <translation>No mapa: antes, tracejado; depois, com linha contínua. A área muda em {:+.1f} m².</translation>
        </message>
        <message>
            <source>Left out: {}</source>
            <translation>Omitidos: {}</translation>
        </message>
        <message>
            <source>Offered: {}. Only what you tick is mended.</source>
            <translation>Oferecido: {}. Só é corrigido o que você marcar.</translation>
        </message>
        <message>
            <source>{} was changed in the meantime. Look at it again.</source>
            <translation>{} foi alterado nesse meio-tempo. Examine-o de novo.</translation>
        </message>
        <message>
            <source>Done in any case: {}</source>
            <translation>Feito em todo caso: {}</translation>
        </message>
        <message>
            <source>Repair: {}</source>
            <translation>Reparo: {}</translation>
        </message>
        <message>
            <source>Before: {}</source>
            <translation>Antes: {}</translation>
        </message>
        <message>
            <source>After: {}</source>
            <translation>Depois: {}</translation>
        </message>
        <message>
            <source>The keys work here and on the map.</source>
            <translation>As teclas funcionam aqui e no mapa.</translation>
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
            <source>Z, Shift+Z</source>
            <translation>Z, Shift+Z</translation>
        </message>
        <message>
            <source>undo, redo</source>
            <translation>desfazer, refazer</translation>
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
            <source>V</source>
            <translation>V</translation>
        </message>
        <message>
            <source>fix the outline</source>
            <translation>corrigir o contorno</translation>
        </message>
        <message>
            <source>K</source>
            <translation>K</translation>
        </message>
        <message>
            <source>skip: comes back at the end</source>
            <translation>pular: volta no fim</translation>
        </message>
        <message>
            <source>C</source>
            <translation>C</translation>
        </message>
        <message>
            <source>comment</source>
            <translation>comentar</translation>
        </message>
        <message>
            <source>/</source>
            <translation>/</translation>
        </message>
        <message>
            <source>search</source>
            <translation>buscar</translation>
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
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>help</source>
            <translation>ajuda</translation>
        </message>
        <message>
            <source>D E S X F</source>
            <translation>D E S X F</translation>
        </message>
        <message>
            <source>draw, reshape border, split, cut out, fill</source>
            <translation>desenhar, remodelar borda, dividir, recortar, preencher</translation>
        </message>
        <message>
            <source>M G T</source>
            <translation>M G T</translation>
        </message>
        <message>
            <source>merge, give to neighbour, smooth</source>
            <translation>unir, dar ao vizinho, suavizar</translation>
        </message>
        <message>
            <source>B N W</source>
            <translation>B N W</translation>
        </message>
        <message>
            <source>brush, eraser, magic select</source>
            <translation>pincel, borracha, seleção mágica</translation>
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
            <source>Log</source>
            <translation>Registro</translation>
        </message>
        <message>
            <source>Verify the log</source>
            <translation>Verificar o registro</translation>
        </message>
        <message>
            <source>The log was not verified.</source>
            <translation>O registro não foi verificado.</translation>
        </message>
        <message>
            <source>Verify &amp;again</source>
            <translation>Verificar de &amp;novo</translation>
        </message>
        <message>
            <source>The file is damaged.</source>
            <translation>O arquivo está danificado.</translation>
        </message>
        <message>
            <source>Changed outside the log</source>
            <translation>Alterado fora do registro</translation>
        </message>
        <message>
            <source>There is no project file yet, and so no log.</source>
            <translation>Ainda não há arquivo de projeto e, portanto, nem registro.</translation>
        </message>
        <message>
            <source>Sectors of the run {}</source>
            <translation>Setores da execução {}</translation>
        </message>
        <message>
            <source>The log is broken. The first row that does not fit is row {} of {}.</source>
            <translation>O registro está rompido. A primeira linha que não confere é a {} de {}.</translation>
        </message>
        <message>
            <source>Verifying the log of {}…</source>
            <translation>Verificando o registro de {}…</translation>
        </message>
        <message>
            <source>The log is whole. Rows: {}. Every sector is as the log left it.</source>
            <translation>O registro está íntegro. Linhas: {}. Todos os setores estão como o registro os deixou.</translation>
        </message>
        <message>
            <source>The log is whole, but sectors were changed outside it: {}.</source>
            <translation>O registro está íntegro, mas setores foram alterados fora dele: {}.</translation>
        </message>
        <message>
            <source>&amp;Check the sectors</source>
            <translation>&amp;Verificar os setores</translation>
        </message>
        <message>
            <source>Look for overlaps, gaps, missing dates</source>
            <translation>Procurar sobreposições, vazios e datas ausentes</translation>
        </message>
        <message>
            <source>&amp;Import annotations…</source>
            <translation>&amp;Importar anotações…</translation>
        </message>
        <message>
            <source>Read polygons that were drawn elsewhere</source>
            <translation>Ler polígonos desenhados em outro lugar</translation>
        </message>
        <message>
            <source>&amp;Proposals of the last run</source>
            <translation>&amp;Propostas da última rodada</translation>
        </message>
        <message>
            <source>What it would change where people have worked</source>
            <translation>O que ela mudaria onde pessoas trabalharam</translation>
        </message>
        <message>
            <source>&amp;History of the sector</source>
            <translation>&amp;Histórico do setor</translation>
        </message>
        <message>
            <source>Who changed it, when, from what; earlier shapes</source>
            <translation>Quem o alterou, quando e o que havia antes; formas anteriores</translation>
        </message>
        <message>
            <source>&amp;Deleted sectors</source>
            <translation>Setores &amp;excluídos</translation>
        </message>
        <message>
            <source>What was deleted, by whom; the way back</source>
            <translation>O que foi excluído e por quem; o caminho de volta</translation>
        </message>
        <message>
            <source>&amp;Verify the log</source>
            <translation>Verificar o &amp;registro</translation>
        </message>
        <message>
            <source>Find out whether anything was changed behind the log's back</source>
            <translation>Descobrir se algo foi alterado sem passar pelo registro</translation>
        </message>
        <message>
            <source>Select a sector, or press D to draw one.</source>
            <translation>Selecione um setor ou pressione D para desenhar um.</translation>
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
            <source>Reject</source>
            <translation>Rejeitar</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprovar</translation>
        </message>
        <message>
            <source>&amp;Sectors</source>
            <translation>&amp;Setores</translation>
        </message>
        <message>
            <source>Back to the list of sectors</source>
            <translation>Voltar à lista de setores</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Kind shown</source>
            <translation>Tipo mostrado</translation>
        </message>
        <message>
            <source>Detected</source>
            <translation>Detectado</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>Importado</translation>
        </message>
        <message>
            <source>Repaired at import</source>
            <translation>Reparado na importação</translation>
        </message>
        <message>
            <source>Split into its parts</source>
            <translation>Dividido em suas partes</translation>
        </message>
        <message>
            <source>Split off</source>
            <translation>Separado</translation>
        </message>
        <message>
            <source>Cut by a new run</source>
            <translation>Recortado por uma nova execução</translation>
        </message>
        <message>
            <source>Replaced by a new run</source>
            <translation>Substituído por uma nova execução</translation>
        </message>
        <message>
            <source>Drawn</source>
            <translation>Desenhado</translation>
        </message>
        <message>
            <source>Shape changed</source>
            <translation>Forma alterada</translation>
        </message>
        <message>
            <source>Class changed</source>
            <translation>Classe alterada</translation>
        </message>
        <message>
            <source>State changed</source>
            <translation>Estado alterado</translation>
        </message>
        <message>
            <source>Values changed</source>
            <translation>Valores alterados</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Excluído</translation>
        </message>
        <message>
            <source>Earlier shape restored</source>
            <translation>Forma anterior restaurada</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>Desfeito</translation>
        </message>
        <message>
            <source>Done again</source>
            <translation>Refeito</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>Não salvo</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Arquivo</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nada</translation>
        </message>
        <message>
            <source>Areas are counted from the polygons; no accuracy sample stands behind them.</source>
            <translation>As áreas são somadas a partir dos polígonos; nenhuma amostra de exatidão as respalda.</translation>
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
            <source>Draw one</source>
            <translation>Sortear uma</translation>
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
            <source>A labelled sample stands behind the areas: overall accuracy {}.</source>
            <translation>Há uma amostra rotulada por trás das áreas: exatidão global {}.</translation>
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
            <source>The image is in no file that the engine can open; its pixels are copied to one first.</source>
            <translation>A imagem não está em um arquivo que o motor possa abrir; seus pixels são copiados antes para um.</translation>
        </message>
        <message>
            <source>The image is fetched from its service first; that takes a while.</source>
            <translation>Primeiro a imagem é obtida de seu serviço; isso demora um pouco.</translation>
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
            <source>Draw and correct</source>
            <translation>Desenhar e corrigir</translation>
        </message>
        <message>
            <source>{:.3g} m wide; wheel or [ ] for the size</source>
            <translation>{:.3g} m de largura; roda ou [ ] para o tamanho</translation>
        </message>
        <message>
            <source>Erase: press and move. {}. Shift paints, Esc drops the stroke.</source>
            <translation>Apagar: pressione e mova. {}. Shift pinta, Esc descarta o traço.</translation>
        </message>
        <message>
            <source>Paint {}: press and move. {}, 1-9 for the class. Shift erases, Esc drops the stroke.</source>
            <translation>Pintar {}: pressione e mova. {}, 1-9 para a classe. Shift apaga, Esc descarta o traço.</translation>
        </message>
        <message>
            <source>{} in review, approved or published kept their ground. Select one to change it.</source>
            <translation>{} em revisão, aprovados ou publicados mantiveram seu terreno. Selecione um para alterá-lo.</translation>
        </message>
        <message>
            <source>Nothing has changed.</source>
            <translation>Nada mudou.</translation>
        </message>
        <message>
            <source>Right-click or Enter ends, Backspace takes a corner back, Esc gives up; or press, move and release.</source>
            <translation>Botão direito ou Enter termina, Backspace retira um vértice, Esc desiste; ou pressione, mova e solte.</translation>
        </message>
        <message>
            <source>Draw a sector</source>
            <translation>Desenhar um setor</translation>
        </message>
        <message>
            <source>Reshape a border</source>
            <translation>Remodelar uma borda</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Dividir</translation>
        </message>
        <message>
            <source>Cut out</source>
            <translation>Recortar</translation>
        </message>
        <message>
            <source>Fill a hole</source>
            <translation>Preencher um buraco</translation>
        </message>
        <message>
            <source>Click into a hole.</source>
            <translation>Clique dentro de um buraco.</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Unir</translation>
        </message>
        <message>
            <source>Give to the neighbour</source>
            <translation>Dar ao vizinho</translation>
        </message>
        <message>
            <source>Click a small sector: the neighbour with the longest border takes it.</source>
            <translation>Clique em um setor pequeno: fica com ele o vizinho com a borda mais longa.</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>Suavizar</translation>
        </message>
        <message>
            <source>Click a sector: its borders become smooth.</source>
            <translation>Clique em um setor: suas bordas ficam suaves.</translation>
        </message>
        <message>
            <source>Brush</source>
            <translation>Pincel</translation>
        </message>
        <message>
            <source>Paint ground of a class; Shift erases.</source>
            <translation>Pinta terreno de uma classe; Shift apaga.</translation>
        </message>
        <message>
            <source>Eraser</source>
            <translation>Borracha</translation>
        </message>
        <message>
            <source>Give ground back to nothing; Shift paints.</source>
            <translation>Devolve terreno a nenhum setor; Shift pinta.</translation>
        </message>
        <message>
            <source>Magic select</source>
            <translation>Seleção mágica</translation>
        </message>
        <message>
            <source>Click into a sector: its outline grows along the edges of the image.</source>
            <translation>Clique dentro de um setor: seu contorno cresce ao longo das bordas da imagem.</translation>
        </message>
        <message>
            <source>Click the corners; the key of its class (1-9) ends it.</source>
            <translation>Clique nos vértices; a tecla de sua classe (1-9) termina.</translation>
        </message>
        <message>
            <source>Draw a line that begins and ends beside a border and replaces what lies between.</source>
            <translation>Desenhe uma linha que começa e termina ao lado de uma borda e substitui o trecho intermediário.</translation>
        </message>
        <message>
            <source>Draw a line from border to border; it splits all that it crosses.</source>
            <translation>Desenhe uma linha de borda a borda; ela divide tudo o que cruza.</translation>
        </message>
        <message>
            <source>Draw the ground that belongs to no sector.</source>
            <translation>Desenhe o terreno que não pertence a nenhum setor.</translation>
        </message>
        <message>
            <source>Draw a line over sectors that are one; or select them first.</source>
            <translation>Desenhe uma linha sobre setores que são um só; ou selecione-os antes.</translation>
        </message>
        <message>
            <source>Magic select: looking at the ground round your click…</source>
            <translation>Seleção mágica: examinando o terreno em volta de seu clique…</translation>
        </message>
        <message>
            <source>Nothing grows here. Click on another place.</source>
            <translation>Nada cresce aqui. Clique em outro lugar.</translation>
        </message>
        <message>
            <source>{title}, {area}: wheel or + - for the size, 1-9 for the class, Shift+click adds a place, Enter or double click takes it, Esc drops it.</source>
            <translation>{title}, {area}: roda ou + - para o tamanho, 1-9 para a classe, Shift+clique acrescenta um lugar, Enter ou clique duplo aceita, Esc descarta.</translation>
        </message>
        <message>
            <source>Magic select, {}: click into the sector. Its region grows along the edges of the image.</source>
            <translation>Seleção mágica, {}: clique dentro do setor. Sua região cresce ao longo das bordas da imagem.</translation>
        </message>
        <message>
            <source>No sector under the cursor</source>
            <translation>Nenhum setor sob o cursor</translation>
        </message>
        <message>
            <source>No class</source>
            <translation>Sem classe</translation>
        </message>
        <message>
            <source>no state</source>
            <translation>sem estado</translation>
        </message>
        <message>
            <source>drawn by hand</source>
            <translation>desenhado à mão</translation>
        </message>
        <message>
            <source>{top} (below: {count}, {titles})</source>
            <translation>{top} (abaixo: {count}, {titles})</translation>
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
            <source>Images</source>
            <translation>Imagens</translation>
        </message>
        <message>
            <source>Besides files, the Imagery dock opens Sentinel-2 products (SAFE folder or .zip) and searches catalogues: only what the map shows is fetched, and the catalogue learns which place you look at. Clouds, shadows and missing pixels of a loaded scene count as not observed in every detection. Date and source of an image go into every new sector. Pictures of a map service are analysed only after you have confirmed, once per service, that its terms permit it; Google's forbid it.</source>
            <translation>Além de arquivos, o painel Imagens abre produtos Sentinel-2 (pasta SAFE ou .zip) e busca em catálogos: só é obtido o que o mapa mostra, e o catálogo fica sabendo que lugar você está vendo. Nuvens, sombras e pixels ausentes de uma cena carregada contam como não observados em toda detecção. A data e a fonte de uma imagem vão para cada novo setor. As imagens de um serviço de mapas só são analisadas depois que você confirma, uma vez por serviço, que seus termos permitem isso; os do Google proíbem.</translation>
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
            <source>A map service of {}. Whether it may be analysed has not been confirmed yet.</source>
            <translation>Um serviço de mapas de {}. Ainda não foi confirmado se pode ser analisado.</translation>
        </message>
        <message>
            <source>{} × {} pixels</source>
            <translation>{} × {} pixels</translation>
        </message>
        <message>
            <source>{} — its mask is gone: clouds would count as ground. Load the scene again.</source>
            <translation>{} — sua máscara não existe mais: nuvens contariam como terreno. Carregue a cena de novo.</translation>
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
            <source>Sentinel-2 products (*.zip *.xml *.json)</source>
            <translation>Produtos Sentinel-2 (*.zip *.xml *.json)</translation>
        </message>
        <message>
            <source>Open a SAFE folder</source>
            <translation>Abrir uma pasta SAFE</translation>
        </message>
        <message>
            <source>Open products</source>
            <translation>Abrir produtos</translation>
        </message>
        <message>
            <source>{} is on the map. Load another scene, or go back to detect in it.</source>
            <translation>{} está no mapa. Carregue outra cena ou volte para detectar nela.</translation>
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
            <source>Set up the engine first; it reads the products.</source>
            <translation>Instale primeiro o motor; é ele que lê os produtos.</translation>
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
            <source>The image lacks the bands for this, or nobody knows which they are. It needs {}.</source>
            <translation>A imagem não tem as bandas para isto, ou ninguém sabe quais são. São necessárias: {}.</translation>
        </message>
        <message>
            <source>vegetation</source>
            <translation>vegetação</translation>
        </message>
        <message>
            <source>vegetation, red edge</source>
            <translation>vegetação, borda vermelha</translation>
        </message>
        <message>
            <source>bare soil</source>
            <translation>solo exposto</translation>
        </message>
        <message>
            <source>open water</source>
            <translation>água aberta</translation>
        </message>
        <message>
            <source>turbid water</source>
            <translation>água turva</translation>
        </message>
        <message>
            <source>iron oxide</source>
            <translation>óxido de ferro</translation>
        </message>
        <message>
            <source>ferric iron</source>
            <translation>ferro férrico</translation>
        </message>
        <message>
            <source>ferrous silicates</source>
            <translation>silicatos ferrosos</translation>
        </message>
        <message>
            <source>clay and hydroxyl</source>
            <translation>argila e hidroxila</translation>
        </message>
        <message>
            <source>hematite and goethite</source>
            <translation>hematita e goethita</translation>
        </message>
        <message>
            <source>hematite and jarosite</source>
            <translation>hematita e jarosita</translation>
        </message>
        <message>
            <source>iron oxides, mixed</source>
            <translation>óxidos de ferro, misturados</translation>
        </message>
        <message>
            <source>Date and source are still missing: no sector can be approved without them.</source>
            <translation>Ainda faltam a data e a fonte: sem elas nenhum setor pode ser aprovado.</translation>
        </message>
        <message>
            <source>Red, green and blue, stretched to what the map shows</source>
            <translation>Vermelho, verde e azul, com contraste ajustado ao que o mapa mostra</translation>
        </message>
        <message>
            <source>red, green and blue</source>
            <translation>vermelho, verde e azul</translation>
        </message>
        <message>
            <source>Short-wave infrared, near infrared and red: bare ground and water stand out</source>
            <translation>Infravermelho de ondas curtas, infravermelho próximo e vermelho: destacam-se o solo exposto e a água</translation>
        </message>
        <message>
            <source>short-wave infrared, near infrared and red (of Sentinel-2, load B12 or B11, B08 and B04)</source>
            <translation>infravermelho de ondas curtas, infravermelho próximo e vermelho (do Sentinel-2, carregue B12 ou B11, B08 e B04)</translation>
        </message>
        <message>
            <source>A spectral index as a layer of its own</source>
            <translation>Um índice espectral como camada própria</translation>
        </message>
        <message>
            <source>at least red with near infrared, green or blue</source>
            <translation>ao menos vermelho com infravermelho próximo, verde ou azul</translation>
        </message>
        <message>
            <source>My catalogue</source>
            <translation>Meu catálogo</translation>
        </message>
        <message>
            <source>Address (STAC API)</source>
            <translation>Endereço (API STAC)</translation>
        </message>
        <message>
            <source>{host}, confirmed by {by} on {on}</source>
            <translation>{host}, confirmado por {by} em {on}</translation>
        </message>
        <message>
            <source>'{}' is no address of a catalogue.</source>
            <translation>'{}' não é o endereço de um catálogo.</translation>
        </message>
        <message>
            <source>Sentinel-2 product, SAFE &amp;folder…</source>
            <translation>Produto Sentinel-2, &amp;pasta SAFE…</translation>
        </message>
        <message>
            <source>Sentinel-2 product, &amp;zip…</source>
            <translation>Produto Sentinel-2, &amp;zip…</translation>
        </message>
        <message>
            <source>&amp;Image file…</source>
            <translation>Arquivo de &amp;imagem…</translation>
        </message>
        <message>
            <source>&amp;Search Sentinel-2…</source>
            <translation>&amp;Buscar Sentinel-2…</translation>
        </message>
        <message>
            <source>Sam&amp;ple scene</source>
            <translation>&amp;Cena de exemplo</translation>
        </message>
        <message>
            <source>Asking the service…</source>
            <translation>Perguntando ao serviço…</translation>
        </message>
        <message>
            <source>Building overviews… You can go on working.</source>
            <translation>Gerando pirâmides… Você pode continuar trabalhando.</translation>
        </message>
        <message>
            <source>This picture comes from {}. Many services forbid the analysis of their pictures by programs; whether this one permits it stands in its terms of use. You are asked once per service.</source>
            <translation>Esta imagem vem de {}. Muitos serviços proíbem que suas imagens sejam analisadas por programas; se este permite, consta em seus termos de uso. Você é perguntado uma vez por serviço.</translation>
        </message>
        <message>
            <source>This is the picture in the middle of the map; elsewhere the mosaic can be older or newer.</source>
            <translation>Esta é a imagem do centro do mapa; em outros lugares o mosaico pode ser mais antigo ou mais recente.</translation>
        </message>
        <message>
            <source>{index} of {image}</source>
            <translation>{index} de {image}</translation>
        </message>
        <message>
            <source>Computing {}…</source>
            <translation>Calculando {}…</translation>
        </message>
        <message>
            <source>The service does not say. Enter date and source.</source>
            <translation>O serviço não diz. Informe a data e a fonte.</translation>
        </message>
        <message>
            <source>This image is slow when zoomed out. Overviews help; they take about {} MB beside the file.</source>
            <translation>Esta imagem fica lenta ao afastar o zoom. As pirâmides ajudam; ocupam cerca de {} MB ao lado do arquivo.</translation>
        </message>
        <message>
            <source>Building overviews…</source>
            <translation>Gerando pirâmides…</translation>
        </message>
        <message>
            <source>Its places are within {} m.</source>
            <translation>A exatidão de suas posições é de {} m.</translation>
        </message>
        <message>
            <source>cannot be told</source>
            <translation>não é possível dizer</translation>
        </message>
        <message>
            <source>Point {}: what is at the ring?</source>
            <translation>Ponto {}: o que há no anel?</translation>
        </message>
        <message>
            <source>The labelling window is closed. Open it again.</source>
            <translation>A janela de rotulagem está fechada. Abra-a de novo.</translation>
        </message>
        <message>
            <source>All points are labelled by others.</source>
            <translation>Todos os pontos estão rotulados por outros.</translation>
        </message>
        <message>
            <source>There is nothing for you to check: nobody checks their own labels. Another person writes another name above.</source>
            <translation>Não há nada para você conferir: ninguém confere os próprios rótulos. Outra pessoa escreve outro nome acima.</translation>
        </message>
        <message>
            <source>No two readers differ.</source>
            <translation>Não há divergência entre dois intérpretes.</translation>
        </message>
        <message>
            <source>Label {}</source>
            <translation>Rotular {}</translation>
        </message>
        <message>
            <source>All points are labelled. Assess accuracy, or let a second person check them.</source>
            <translation>Todos os pontos estão rotulados. Avalie a exatidão ou deixe uma segunda pessoa conferi-los.</translation>
        </message>
        <message>
            <source>All points are checked. Where you differ from the first reader, decide together.</source>
            <translation>Todos os pontos estão conferidos. Onde você diverge do primeiro intérprete, decidam juntos.</translation>
        </message>
        <message>
            <source>All differences are decided. Assess accuracy.</source>
            <translation>Todas as divergências estão decididas. Avalie a exatidão.</translation>
        </message>
        <message>
            <source>{} cannot be told</source>
            <translation>{} não é possível dizer</translation>
        </message>
        <message>
            <source>{} by others</source>
            <translation>{} por outros</translation>
        </message>
        <message>
            <source>no image</source>
            <translation>sem imagem</translation>
        </message>
        <message>
            <source>no image chosen</source>
            <translation>nenhuma imagem escolhida</translation>
        </message>
        <message>
            <source>there is no image; open one in the Imagery dock</source>
            <translation>não há nenhuma imagem; abra uma no painel Imagens</translation>
        </message>
        <message>
            <source>no date known</source>
            <translation>data desconhecida</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Rótulo</translation>
        </message>
        <message>
            <source>Check as a second person</source>
            <translation>Conferir como segunda pessoa</translation>
        </message>
        <message>
            <source>Decide differences</source>
            <translation>Decidir divergências</translation>
        </message>
        <message>
            <source>what speaks for it, what was in doubt</source>
            <translation>o que fala a favor, o que ficou em dúvida</translation>
        </message>
        <message>
            <source>The images do not show what it is; the point counts in no figure.</source>
            <translation>As imagens não mostram o que é; o ponto não entra em nenhum número.</translation>
        </message>
        <message>
            <source>Your label counts, and it is noted that you were not sure.</source>
            <translation>Seu rótulo conta, e fica anotado que você não tinha certeza.</translation>
        </message>
        <message>
            <source>Look at it again at the end.</source>
            <translation>Ver de novo no fim.</translation>
        </message>
        <message>
            <source>Second date</source>
            <translation>Segunda data</translation>
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
            <source>On this image: {}</source>
            <translation>Nesta imagem: {}</translation>
        </message>
        <message>
            <source>'{}' suits this image better.</source>
            <translation>'{}' é mais adequado a esta imagem.</translation>
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
            <source>Learned from: {}</source>
            <translation>Aprendeu com: {}</translation>
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
            <source>Image date and source</source>
            <translation>Data e fonte da imagem</translation>
        </message>
        <message>
            <source>Areas before (outline) and after (filled)</source>
            <translation>Áreas antes (contorno) e depois (preenchidas)</translation>
        </message>
        <message>
            <source>Choose a file.</source>
            <translation>Escolha um arquivo.</translation>
        </message>
        <message>
            <source>{} exists already and will be replaced.</source>
            <translation>{} já existe e será substituído.</translation>
        </message>
        <message>
            <source>No sector is in the chosen states.</source>
            <translation>Não há nenhum setor nos estados escolhidos.</translation>
        </message>
        <message>
            <source>Say why exact places of artisanal sites leave the house; it is recorded beside the file.</source>
            <translation>Diga por que os lugares exatos de sítios artesanais saem daqui; isso fica registrado junto ao arquivo.</translation>
        </message>
        <message>
            <source>Save your edits first: the export reads what is saved.</source>
            <translation>Salve primeiro suas edições: a exportação lê o que está salvo.</translation>
        </message>
        <message>
            <source>Keep it, write another file</source>
            <translation>Mantê-lo e gravar outro arquivo</translation>
        </message>
        <message>
            <source>{} artisanal sites are among them: they are counted, their places stay out of the report.</source>
            <translation>Há {} sítios artesanais entre eles: são contados, mas seus locais não figuram no relatório.</translation>
        </message>
        <message>
            <source>⚠ Exact places of {} artisanal sites would be published. That can put people at risk.</source>
            <translation>⚠ Os locais exatos de {} sítios artesanais seriam publicados. Isso pode colocar pessoas em risco.</translation>
        </message>
        <message>
            <source>{} artisanal sites are among them: they become cells of 0.1°, all others stay as they are.</source>
            <translation>Entre eles há {} sítios artesanais: tornam-se células de 0,1°; todos os outros ficam como estão.</translation>
        </message>
        <message>
            <source>Samples (*.gpkg *.geojson)</source>
            <translation>Amostras (*.gpkg *.geojson)</translation>
        </message>
        <message>
            <source>Points to label. A sample can be shared: assess any map with it.</source>
            <translation>Pontos para rotular. Uma amostra pode ser compartilhada: avalie qualquer mapa com ela.</translation>
        </message>
        <message>
            <source>As needed: a standard error of 0.01 of overall accuracy.</source>
            <translation>O necessário: um erro padrão de 0,01 da exatidão global.</translation>
        </message>
        <message>
            <source>Draw points at random in each class of the map, into a new file.</source>
            <translation>Sortear pontos em cada classe do mapa, em um novo arquivo.</translation>
        </message>
        <message>
            <source>Say what is at each point, from images of two dates, blind to the map.</source>
            <translation>Diga o que há em cada ponto, com imagens de duas datas, sem ver o mapa.</translation>
        </message>
        <message>
            <source>Accuracy and corrected areas with their 95 % intervals.</source>
            <translation>Exatidão e áreas corrigidas com seus intervalos de 95 %.</translation>
        </message>
        <message>
            <source>site</source>
            <translation>sítio</translation>
        </message>
        <message>
            <source>commodity (table of sites)…</source>
            <translation>substância (tabela de sítios)…</translation>
        </message>
        <message>
            <source>choose earlier sectors</source>
            <translation>escolher setores anteriores</translation>
        </message>
        <message>
            <source>polygons of {}</source>
            <translation>polígonos de {}</translation>
        </message>
        <message>
            <source>The engine is counting.</source>
            <translation>O motor está contando.</translation>
        </message>
        <message>
            <source>Sum up areas</source>
            <translation>Somar áreas</translation>
        </message>
        <message>
            <source>The layer of the polygons is gone. Choose another one.</source>
            <translation>A camada dos polígonos não existe mais. Escolha outra.</translation>
        </message>
        <message>
            <source>Choose the earlier sectors first: any polygon layer with a column 'class'.</source>
            <translation>Escolha antes os setores anteriores: qualquer camada de polígonos com uma coluna 'class'.</translation>
        </message>
        <message>
            <source>Table of sites</source>
            <translation>Tabela de sítios</translation>
        </message>
        <message>
            <source>Compare with {}</source>
            <translation>Comparar com {}</translation>
        </message>
        <message>
            <source>{}…</source>
            <translation>{}…</translation>
        </message>
        <message>
            <source>Overall accuracy {}; more in the Report dock.</source>
            <translation>Exatidão global {}; mais no painel Relatório.</translation>
        </message>
        <message>
            <source>{union} of ground in all ({sum} before overlaps are counted once).</source>
            <translation>{union} de terreno ao todo ({sum} antes de contar as sobreposições uma só vez).</translation>
        </message>
        <message>
            <source>{labelled} points used, {unlabelled} not labelled, {unknown} cannot be told.</source>
            <translation>{labelled} pontos usados, {unlabelled} não rotulados, {unknown} não é possível dizer.</translation>
        </message>
        <message>
            <source>Below unit</source>
            <translation>Abaixo da unidade</translation>
        </message>
        <message>
            <source>All classes</source>
            <translation>Todas as classes</translation>
        </message>
        <message>
            <source>The file does not say what was observed: no sector does not mean no mine.</source>
            <translation>O arquivo não diz o que foi observado: a falta de setor não significa que não há mina.</translation>
        </message>
        <message>
            <source>new</source>
            <translation>novo</translation>
        </message>
        <message>
            <source>expanded</source>
            <translation>expandido</translation>
        </message>
        <message>
            <source>contracted</source>
            <translation>reduzido</translation>
        </message>
        <message>
            <source>stable</source>
            <translation>estável</translation>
        </message>
        <message>
            <source>dormant</source>
            <translation>inativo</translation>
        </message>
        <message>
            <source>no longer mapped</source>
            <translation>não mais mapeado</translation>
        </message>
        <message>
            <source>not observed</source>
            <translation>não observado</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Pontos</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Proporção</translation>
        </message>
        <message>
            <source>Two readers agree on {agreed} % of {checked} points.</source>
            <translation>Dois intérpretes concordam em {agreed} % de {checked} pontos.</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Grupo</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lugar</translation>
        </message>
        <message>
            <source>Mapped</source>
            <translation>Mapeado</translation>
        </message>
        <message>
            <source>{} was observed; outside of it nothing is known.</source>
            <translation>{} foi observado; fora disso nada se sabe.</translation>
        </message>
        <message>
            <source>Expansion</source>
            <translation>Expansão</translation>
        </message>
        <message>
            <source>No longer mapped</source>
            <translation>Não mais mapeado</translation>
        </message>
        <message>
            <source>Became another class</source>
            <translation>Passou a outra classe</translation>
        </message>
        <message>
            <source>Not counted (within tolerance)</source>
            <translation>Não contado (dentro da tolerância)</translation>
        </message>
        <message>
            <source>Not observed at one date</source>
            <translation>Não observado em uma das datas</translation>
        </message>
        <message>
            <source>{} points drawn. Label them next: the window hides the map.</source>
            <translation>{} pontos sorteados. Rotule-os agora: a janela esconde o mapa.</translation>
        </message>
        <message>
            <source>{} ± {} %</source>
            <translation>{} ± {} %</translation>
        </message>
        <message>
            <source>no date</source>
            <translation>sem data</translation>
        </message>
        <message>
            <source>User's</source>
            <translation>Do usuário</translation>
        </message>
        <message>
            <source>Producer's</source>
            <translation>Do produtor</translation>
        </message>
        <message>
            <source>Corrected area</source>
            <translation>Área corrigida</translation>
        </message>
        <message>
            <source>{} %</source>
            <translation>{} %</translation>
        </message>
        <message>
            <source>{} more rows are in the table.</source>
            <translation>Mais {} linhas estão na tabela.</translation>
        </message>
        <message>
            <source>all</source>
            <translation>todos</translation>
        </message>
        <message>
            <source>{} of the sectors lie outside.</source>
            <translation>{} dos setores ficam fora.</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Situação</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Taxa</translation>
        </message>
        <message>
            <source>{} % a year</source>
            <translation>{} % ao ano</translation>
        </message>
        <message>
            <source>Overall accuracy {}</source>
            <translation>Exatidão global {}</translation>
        </message>
        <message>
            <source>&amp;Write report</source>
            <translation>&amp;Gravar relatório</translation>
        </message>
        <message>
            <source>&amp;Write report on {}, replacing the file</source>
            <translation>&amp;Gravar relatório sobre {} e substituir o arquivo</translation>
        </message>
        <message>
            <source>&amp;Write report on {}</source>
            <translation>&amp;Gravar relatório sobre {}</translation>
        </message>
        <message>
            <source>&amp;Export GeoJSON</source>
            <translation>&amp;Exportar GeoJSON</translation>
        </message>
        <message>
            <source>&amp;Export {} as GeoJSON</source>
            <translation>&amp;Exportar {} como GeoJSON</translation>
        </message>
        <message>
            <source>&amp;Export {} as GeoJSON, replacing the file</source>
            <translation>&amp;Exportar {} e substituir o arquivo</translation>
        </message>
        <message>
            <source>Write report: {}</source>
            <translation>Gravar relatório: {}</translation>
        </message>
        <message>
            <source>Figures of 'Assess accuracy' (*.json)</source>
            <translation>Números de 'Avaliar a exatidão' (*.json)</translation>
        </message>
        <message>
            <source>What 'Assess accuracy' wrote; gives the areas their intervals.</source>
            <translation>O que 'Avaliar a exatidão' gravou; dá às áreas seus intervalos.</translation>
        </message>
        <message>
            <source>Web pages (*.html)</source>
            <translation>Páginas da web (*.html)</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>Arquivos PDF (*.pdf)</translation>
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
            <source>Report on sites (web page)</source>
            <translation>Relatório de sítios (página da web)</translation>
        </message>
        <message>
            <source>Maps, areas, change and method; needs no other file</source>
            <translation>Mapas, áreas, mudanças e método; não precisa de nenhum outro arquivo</translation>
        </message>
        <message>
            <source>Report on sites (PDF)</source>
            <translation>Relatório de sítios (PDF)</translation>
        </message>
        <message>
            <source>The same on A4; screen readers are better served by the web page</source>
            <translation>O mesmo em A4; para leitores de tela é melhor a página da web</translation>
        </message>
        <message>
            <source>exact outlines</source>
            <translation>contornos exatos</translation>
        </message>
        <message>
            <source>exact outlines, artisanal sites in cells</source>
            <translation>contornos exatos, sítios artesanais em células</translation>
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
            <source>none: no change</source>
            <translation>nenhum: sem mudanças</translation>
        </message>
        <message>
            <source>none: plain maps</source>
            <translation>nenhuma: mapas sem imagem</translation>
        </message>
        <message>
            <source>Exporting…</source>
            <translation>Exportando…</translation>
        </message>
        <message>
            <source>&amp;Export</source>
            <translation>&amp;Exportar</translation>
        </message>
        <message>
            <source>Preview of the report</source>
            <translation>Prévia do relatório</translation>
        </message>
        <message>
            <source>&amp;Open in the browser</source>
            <translation>&amp;Abrir no navegador</translation>
        </message>
        <message>
            <source>Pages; the page in the browser can be read by a screen reader</source>
            <translation>Páginas; a página no navegador pode ser lida por um leitor de tela</translation>
        </message>
        <message>
            <source>1 page</source>
            <translation>1 página</translation>
        </message>
        <message>
            <source>{} pages</source>
            <translation>{} páginas</translation>
        </message>
        <message>
            <source>the first {shown} of {count} pages</source>
            <translation>as primeiras {shown} de {count} páginas</translation>
        </message>
        <message>
            <source>Page {}</source>
            <translation>Página {}</translation>
        </message>
        <message>
            <source>{sites} sites, {sectors} written to {file}.</source>
            <translation>{sites} sítios, {sectors}; gravado em {file}.</translation>
        </message>
        <message>
            <source>{sectors} written to {file}.</source>
            <translation>Gravado em {file}: {sectors}.</translation>
        </message>
        <message>
            <source>Left out: {}.</source>
            <translation>Omitidos: {}.</translation>
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
            <source>What people have deleted in this image, the last first. Nothing of it is lost.</source>
            <translation>O que pessoas excluíram nesta imagem, o mais recente primeiro. Nada disso se perdeu.</translation>
        </message>
        <message>
            <source>Deleted sectors</source>
            <translation>Setores excluídos</translation>
        </message>
        <message>
            <source>Nobody has deleted a sector of this image. Drafts that a new run replaced are not listed.</source>
            <translation>Ninguém excluiu um setor desta imagem. Rascunhos substituídos por uma nova rodada não são listados.</translation>
        </message>
        <message>
            <source>&amp;Bring it back</source>
            <translation>&amp;Trazer de volta</translation>
        </message>
        <message>
            <source>&amp;History</source>
            <translation>&amp;Histórico</translation>
        </message>
        <message>
            <source>Bring a sector back</source>
            <translation>Trazer um setor de volta</translation>
        </message>
        <message>
            <source>The log belongs to a project file. Open one first.</source>
            <translation>O registro pertence a um arquivo de projeto. Abra um antes.</translation>
        </message>
        <message>
            <source>{what}, deleted by {who}, {when} UTC</source>
            <translation>{what}, excluído por {who}, {when} UTC</translation>
        </message>
        <message>
            <source>{} is back and wants a review. Z takes it back.</source>
            <translation>{} está de volta e pede uma revisão. Z desfaz.</translation>
        </message>
        <message>
            <source>Area: {}</source>
            <translation>Área: {}</translation>
        </message>
        <message>
            <source>It was: {}</source>
            <translation>Era: {}</translation>
        </message>
        <message>
            <source>What the &amp;fields mean…</source>
            <translation>O que significam os &amp;campos…</translation>
        </message>
        <message>
            <source>Read as you said: {}</source>
            <translation>Lido como você disse: {}</translation>
        </message>
        <message>
            <source>Read as last time: {}</source>
            <translation>Lido como da última vez: {}</translation>
        </message>
        <message>
            <source>Read as its fields are called: {}</source>
            <translation>Lido como os campos se chamam: {}</translation>
        </message>
        <message>
            <source>What the fields mean</source>
            <translation>O que significam os campos</translation>
        </message>
        <message>
            <source>No class; to be given later</source>
            <translation>Sem classe; será dada depois</translation>
        </message>
        <message>
            <source>&amp;Look into the file</source>
            <translation>&amp;Examinar o arquivo</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Camada</translation>
        </message>
        <message>
            <source>Without a class</source>
            <translation>Sem classe</translation>
        </message>
        <message>
            <source>(nothing)</source>
            <translation>(nada)</translation>
        </message>
        <message>
            <source>No field tells the class: all features get the one below.</source>
            <translation>Nenhum campo indica a classe: todas as feições recebem a de baixo.</translation>
        </message>
        <message>
            <source>What the values of '{}' mean</source>
            <translation>O que significam os valores de '{}'</translation>
        </message>
        <message>
            <source>{file} is no file that says itself what its fields mean (polygons: {count}). Say it once; layers with the same fields are read the same way next time.</source>
            <translation>{file} não é um arquivo que diga por si o que seus campos significam (polígonos: {count}). Diga-o uma vez; camadas com os mesmos campos serão lidas do mesmo modo da próxima vez.</translation>
        </message>
        <message>
            <source>'{name}' has {count} values: is it the class? The commonest are</source>
            <translation>'{name}' tem {count} valores: é a classe? Os mais frequentes são</translation>
        </message>
        <message>
            <source>{} (empty)</source>
            <translation>{} (vazio)</translation>
        </message>
        <message>
            <source>What the last run would change where people have worked: take or refuse each</source>
            <translation>O que a última rodada mudaria onde pessoas trabalharam: aceite ou recuse cada proposta</translation>
        </message>
        <message>
            <source>{} of the last run</source>
            <translation>{} da última rodada</translation>
        </message>
        <message>
            <source>Proposals</source>
            <translation>Propostas</translation>
        </message>
        <message>
            <source>Class of the proposals shown</source>
            <translation>Classe das propostas mostradas</translation>
        </message>
        <message>
            <source>Why, in a few words (optional; kept in the log)</source>
            <translation>Por quê, em poucas palavras (opcional; fica no registro)</translation>
        </message>
        <message>
            <source>Reason of the decision</source>
            <translation>Motivo da decisão</translation>
        </message>
        <message>
            <source>IoU</source>
            <translation>IoU</translation>
        </message>
        <message>
            <source>&amp;Take (T)</source>
            <translation>&amp;Aceitar (T)</translation>
        </message>
        <message>
            <source>&amp;Refuse (R)</source>
            <translation>&amp;Recusar (R)</translation>
        </message>
        <message>
            <source>Take all {}</source>
            <translation>Aceitar todas: {}</translation>
        </message>
        <message>
            <source>Refuse all {}</source>
            <translation>Recusar todas: {}</translation>
        </message>
        <message>
            <source>&amp;Take {} (T)</source>
            <translation>&amp;Aceitar {} (T)</translation>
        </message>
        <message>
            <source>&amp;Refuse {} (R)</source>
            <translation>&amp;Recusar {} (R)</translation>
        </message>
        <message>
            <source>1 proposal</source>
            <translation>1 proposta</translation>
        </message>
        <message>
            <source>Taking makes it a sector of yours that wants a review; refusing rejects the draft and keeps it.</source>
            <translation>Aceitar faz dela um setor seu, que pede uma revisão; recusar rejeita o rascunho e o mantém.</translation>
        </message>
        <message>
            <source>Taking rejects the sector and keeps it in the file; refusing leaves it as it is.</source>
            <translation>Aceitar rejeita o setor e o mantém no arquivo; recusar deixa-o como está.</translation>
        </message>
        <message>
            <source>Taking keeps the sector's identity and asks for a new review; refusing leaves it as it is.</source>
            <translation>Aceitar mantém a identidade do setor e pede nova revisão; recusar deixa-o como está.</translation>
        </message>
        <message>
            <source>{name} ({state}): the new run sees another class, {classes}.</source>
            <translation>{name} ({state}): a nova rodada vê outra classe, {classes}.</translation>
        </message>
        <message>
            <source>Additions</source>
            <translation>Acréscimos</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Mudanças</translation>
        </message>
        <message>
            <source>Disappearances</source>
            <translation>Desaparecimentos</translation>
        </message>
        <message>
            <source>{} proposals</source>
            <translation>{} propostas</translation>
        </message>
        <message>
            <source>{}: outline</source>
            <translation>{}: contorno</translation>
        </message>
        <message>
            <source>{name} ({state}): the new run draws another outline.</source>
            <translation>{name} ({state}): a nova rodada desenha outro contorno.</translation>
        </message>
        <message>
            <source>The new run has found a sector where people have mapped none: {}.</source>
            <translation>A nova rodada encontrou um setor onde ninguém mapeou nenhum: {}.</translation>
        </message>
        <message>
            <source>The outlines share {:.0f} % of their ground (IoU {:.2f}).</source>
            <translation>Os contornos compartilham {:.0f} % de seu terreno (IoU {:.2f}).</translation>
        </message>
        <message>
            <source>Mean score of the run: {:.0f} %</source>
            <translation>Pontuação média da rodada: {:.0f} %</translation>
        </message>
        <message>
            <source>{name} ({state}): the new run finds next to nothing of it.</source>
            <translation>{name} ({state}): a nova rodada não encontra quase nada dele.</translation>
        </message>
        <message>
            <source>No proposals are open. What people have worked on and what the last run found are settled.</source>
            <translation>Nenhuma proposta está aberta. O que pessoas trabalharam e o que a última rodada encontrou está resolvido.</translation>
        </message>
        <message>
            <source>Take {}</source>
            <translation>Aceitar {}</translation>
        </message>
        <message>
            <source>Refuse {}</source>
            <translation>Recusar {}</translation>
        </message>
        <message>
            <source>{} taken. Z takes it back.</source>
            <translation>{} aceita. Z desfaz.</translation>
        </message>
        <message>
            <source>{} refused. Z takes it back.</source>
            <translation>{} recusada. Z desfaz.</translation>
        </message>
        <message>
            <source>Proposals belong to the sectors of a project file. Open one first.</source>
            <translation>Propostas pertencem aos setores de um arquivo de projeto. Abra um antes.</translation>
        </message>
        <message>
            <source>{}: what the last run would change where people have worked. Nothing is changed until you take it.</source>
            <translation>{}: o que a última rodada mudaria onde pessoas trabalharam. Nada muda até você aceitar.</translation>
        </message>
        <message>
            <source>On the map: dashed is the shape now, full is the one proposed.</source>
            <translation>No mapa: tracejada, a forma atual; contínua, a proposta.</translation>
        </message>
        <message>
            <source>Done again.</source>
            <translation>Refeito.</translation>
        </message>
        <message>
            <source>Left open, because the sector was changed since the run: {}.</source>
            <translation>Deixado em aberto, porque o setor foi alterado desde a rodada: {}.</translation>
        </message>
        <message>
            <source>Fix (V)</source>
            <translation>Corrigir (V)</translation>
        </message>
        <message>
            <source>Search name, site, comment ( / )</source>
            <translation>Buscar nome, sítio, comentário ( / )</translation>
        </message>
        <message>
            <source>Search in the list of sectors</source>
            <translation>Buscar na lista de setores</translation>
        </message>
        <message>
            <source>Sort again: what needs you most comes first, what was skipped last</source>
            <translation>Ordenar de novo: o que mais precisa de você vem primeiro; o que foi pulado, por último</translation>
        </message>
        <message>
            <source>Sort by what needs you most</source>
            <translation>Ordenar pelo que mais precisa de você</translation>
        </message>
        <message>
            <source>Progress of the review</source>
            <translation>Andamento da revisão</translation>
        </message>
        <message>
            <source>The class is right, the outline is not: go close to the sector and redraw its border (V)</source>
            <translation>A classe está certa, o contorno não: aproxime-se do setor e redesenhe a borda (V)</translation>
        </message>
        <message>
            <source>Put the sector off until all others are decided (K)</source>
            <translation>Adiar o setor até que todos os outros estejam decididos (K)</translation>
        </message>
        <message>
            <source>Comment (C); Enter saves it</source>
            <translation>Comentário (C); Enter o salva</translation>
        </message>
        <message>
            <source>Comment of the selected sectors</source>
            <translation>Comentário dos setores selecionados</translation>
        </message>
        <message>
            <source>Of 100: how unsure the model is (45), how far the last map contradicts it (25), signs of a look-alike such as an unusual size or an earlier rejection (15), and its area (15)</source>
            <translation>De 100: quanto o modelo está inseguro (45), quanto o último mapa o contradiz (25), sinais de algo só parecido, como um tamanho incomum ou uma rejeição anterior (15), e sua área (15)</translation>
        </message>
        <message>
            <source>S&amp;kip</source>
            <translation>&amp;Pular</translation>
        </message>
        <message>
            <source>{done} of {total} decided</source>
            <translation>{done} de {total} decididos</translation>
        </message>
        <message>
            <source>{} get the same comment</source>
            <translation>{} recebem o mesmo comentário</translation>
        </message>
        <message>
            <source>{} skipped</source>
            <translation>{} pulados</translation>
        </message>
        <message>
            <source>QGIS ended unexpectedly while {name} was open. Every edit up to {when} UTC ({who}) is saved.</source>
            <translation>O QGIS terminou de forma inesperada enquanto {name} estava aberto. Todas as edições até {when} UTC ({who}) estão salvas.</translation>
        </message>
        <message>
            <source>Go on with it</source>
            <translation>Continuar com ele</translation>
        </message>
        <message>
            <source>QGIS ended unexpectedly while {} was open.</source>
            <translation>O QGIS terminou de forma inesperada enquanto {} estava aberto.</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>desconhecido</translation>
        </message>
        <message>
            <source>Detecting mining sectors…</source>
            <translation>Detectando setores de mineração…</translation>
        </message>
        <message>
            <source>Scenes found</source>
            <translation>Cenas encontradas</translation>
        </message>
        <message>
            <source>Reading its metadata…</source>
            <translation>Lendo seus metadados…</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Carregando…</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was written.</source>
            <translation>Cancelado. Nada foi gravado.</translation>
        </message>
        <message>
            <source>Choose a product or a scene first.</source>
            <translation>Escolha primeiro um produto ou uma cena.</translation>
        </message>
        <message>
            <source>Choose whether the offset has been applied already; the form says why.</source>
            <translation>Escolha se o deslocamento já foi aplicado; o formulário diz por quê.</translation>
        </message>
        <message>
            <source>What has come is kept for a day: load it again, and it goes on there.</source>
            <translation>O que chegou fica guardado por um dia: carregue de novo, e continua dali.</translation>
        </message>
        <message>
            <source>{} scenes</source>
            <translation>{} cenas</translation>
        </message>
        <message>
            <source>Load {}</source>
            <translation>Carregar {}</translation>
        </message>
        <message>
            <source>{} is open in this project. Choose another file.</source>
            <translation>{} está aberto neste projeto. Escolha outro arquivo.</translation>
        </message>
        <message>
            <source>GeoTIFF (*.tif)</source>
            <translation>GeoTIFF (*.tif)</translation>
        </message>
        <message>
            <source>The whole product</source>
            <translation>O produto inteiro</translation>
        </message>
        <message>
            <source>As stored (for models and indices)</source>
            <translation>Como armazenado (para modelos e índices)</translation>
        </message>
        <message>
            <source>Reflectance, 0 to 1</source>
            <translation>Refletância, 0 a 1</translation>
        </message>
        <message>
            <source>True colour, 8 bit</source>
            <translation>Cor verdadeira, 8 bits</translation>
        </message>
        <message>
            <source>The product's own true colour</source>
            <translation>A cor verdadeira do próprio produto</translation>
        </message>
        <message>
            <source>The first one on top</source>
            <translation>A primeira por cima</translation>
        </message>
        <message>
            <source>The clearest one on top</source>
            <translation>A mais limpa por cima</translation>
        </message>
        <message>
            <source>The median of each pixel</source>
            <translation>A mediana de cada pixel</translation>
        </message>
        <message>
            <source>Decide from metadata and pixels</source>
            <translation>Decidir pelos metadados e pixels</translation>
        </message>
        <message>
            <source>Still to be added</source>
            <translation>Ainda a somar</translation>
        </message>
        <message>
            <source>Applied already</source>
            <translation>Já aplicado</translation>
        </message>
        <message>
            <source>There is none</source>
            <translation>Não há nenhum</translation>
        </message>
        <message>
            <source>Clouds</source>
            <translation>Nuvens</translation>
        </message>
        <message>
            <source>Cloud shadows</source>
            <translation>Sombras de nuvens</translation>
        </message>
        <message>
            <source>Thin cirrus</source>
            <translation>Cirros finos</translation>
        </message>
        <message>
            <source>Saturated pixels</source>
            <translation>Pixels saturados</translation>
        </message>
        <message>
            <source>Snow and ice</source>
            <translation>Neve e gelo</translation>
        </message>
        <message>
            <source>{} m</source>
            <translation>{} m</translation>
        </message>
        <message>
            <source>Move the map to the place, then search.</source>
            <translation>Mova o mapa até o lugar e depois busque.</translation>
        </message>
        <message>
            <source>&amp;Load…</source>
            <translation>Carre&amp;gar…</translation>
        </message>
        <message>
            <source>Choose one scene, or several for a mosaic or a median.</source>
            <translation>Escolha uma cena, ou várias para um mosaico ou uma mediana.</translation>
        </message>
        <message>
            <source>&amp;Load {} scenes…</source>
            <translation>Carre&amp;gar {} cenas…</translation>
        </message>
        <message>
            <source>No scene matches. Allow more cloud or a longer time, or move the map.</source>
            <translation>Nenhuma cena corresponde. Permita mais nuvens ou um período mais longo, ou mova o mapa.</translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation>Buscando…</translation>
        </message>
        <message>
            <source>1 scene. Double-click it to load what the map shows.</source>
            <translation>1 cena. Clique duas vezes nela para carregar o que o mapa mostra.</translation>
        </message>
        <message>
            <source>Set up the engine first; it asks the catalogues.</source>
            <translation>Instale primeiro o motor; é ele que consulta os catálogos.</translation>
        </message>
        <message>
            <source>Looking how clear it is here: {done} of {total}</source>
            <translation>Examinando quão limpo está aqui: {done} de {total}</translation>
        </message>
        <message>
            <source>The newest {shown} of {matched} scenes. Double-click one to load what the map shows.</source>
            <translation>As {shown} cenas mais recentes de {matched}. Clique duas vezes em uma para carregar o que o mapa mostra.</translation>
        </message>
        <message>
            <source>{} scenes. Double-click one to load what the map shows.</source>
            <translation>{} cenas. Clique duas vezes em uma para carregar o que o mapa mostra.</translation>
        </message>
        <message>
            <source>shadow</source>
            <translation>sombra</translation>
        </message>
        <message>
            <source>cirrus</source>
            <translation>cirros</translation>
        </message>
        <message>
            <source>snow</source>
            <translation>neve</translation>
        </message>
        <message>
            <source>saturated</source>
            <translation>saturado</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>omitido</translation>
        </message>
        <message>
            <source>outside</source>
            <translation>fora</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>Cloud</source>
            <translation>Nuvens</translation>
        </message>
        <message>
            <source>Covers</source>
            <translation>Cobre</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Limpo</translation>
        </message>
        <message>
            <source>Tile</source>
            <translation>Bloco</translation>
        </message>
        <message>
            <source>When the scene was taken</source>
            <translation>Quando a cena foi tomada</translation>
        </message>
        <message>
            <source>Of the whole scene, as the catalogue states it</source>
            <translation>Da cena inteira, conforme o catálogo</translation>
        </message>
        <message>
            <source>How much of the place the scene covers</source>
            <translation>Que parte do lugar a cena cobre</translation>
        </message>
        <message>
            <source>How much of the place is neither cloud, shadow, cirrus nor missing, read from the scene</source>
            <translation>Que parte do lugar não é nuvem, sombra, cirros nem pixels ausentes, segundo a própria cena</translation>
        </message>
        <message>
            <source>The tile of Sentinel-2's grid, and the satellite</source>
            <translation>O bloco da grade do Sentinel-2 e o satélite</translation>
        </message>
        <message>
            <source>Processing baseline {}</source>
            <translation>Linha de base de processamento {}</translation>
        </message>
        <message>
            <source>Clear here: {}</source>
            <translation>Limpo aqui: {}</translation>
        </message>
        <message>
            <source>reflectance (no offset)</source>
            <translation>refletância (sem deslocamento)</translation>
        </message>
        <message>
            <source>The offset has been applied already; nothing is added.</source>
            <translation>O deslocamento já foi aplicado; nada é somado.</translation>
        </message>
        <message>
            <source>These numbers have no offset.</source>
            <translation>Estes números não têm deslocamento.</translation>
        </message>
        <message>
            <source>true colour of 8 bits</source>
            <translation>cor verdadeira de 8 bits</translation>
        </message>
        <message>
            <source>the product's own true colour</source>
            <translation>a cor verdadeira do próprio produto</translation>
        </message>
        <message>
            <source>reflectance (offset was applied before)</source>
            <translation>refletância (o deslocamento foi aplicado antes)</translation>
        </message>
        <message>
            <source>The offset of {} still has to be added; that is done while loading.</source>
            <translation>O deslocamento de {} ainda precisa ser somado; isso é feito ao carregar.</translation>
        </message>
        <message>
            <source>Neither the metadata nor the pixels say for sure whether the offset of {} has been applied. Choose below.</source>
            <translation>Nem os metadados nem os pixels dizem com certeza se o deslocamento de {} foi aplicado. Escolha abaixo.</translation>
        </message>
        <message>
            <source>reflectance (offset {} applied)</source>
            <translation>refletância (deslocamento {} aplicado)</translation>
        </message>
        <message>
            <source>tile {}</source>
            <translation>bloco {}</translation>
        </message>
        <message>
            <source>baseline {}</source>
            <translation>linha de base {}</translation>
        </message>
        <message>
            <source>{} cloud in the whole scene</source>
            <translation>{} de nuvens na cena inteira</translation>
        </message>
        <message>
            <source>Bands: {}</source>
            <translation>Bandas: {}</translation>
        </message>
        <message>
            <source>and {} more</source>
            <translation>e mais {}</translation>
        </message>
        <message>
            <source>{} cloud</source>
            <translation>{} de nuvens</translation>
        </message>
        <message>
            <source>{} clear here</source>
            <translation>{} limpo aqui</translation>
        </message>
        <message>
            <source>Set up the engine of Mining Monitor</source>
            <translation>Instalar o motor do Mining Monitor</translation>
        </message>
        <message>
            <source>Clashes</source>
            <translation>Conflitos</translation>
        </message>
        <message>
            <source>&amp;Both: theirs, the other as comment</source>
            <translation>&amp;Ambos: o deles, o outro como comentário</translation>
        </message>
        <message>
            <source>The sector stays as it is; what the other one wanted goes into its comment</source>
            <translation>O setor fica como está; o que o outro queria vai para seu comentário</translation>
        </message>
        <message>
            <source>On the map: dashed is theirs (as it is now), full is mine.</source>
            <translation>No mapa: tracejada, a deles (como está agora); contínua, a minha.</translation>
        </message>
        <message>
            <source>Your edit is written. Z takes it back.</source>
            <translation>Sua edição foi gravada. Z desfaz.</translation>
        </message>
        <message>
            <source>The sector stays as they left it. Your edit stays in the list of clashes of the project.</source>
            <translation>O setor fica como eles o deixaram. Sua edição permanece na lista de conflitos do projeto.</translation>
        </message>
        <message>
            <source>The sector stays as they left it; its comment says what you wanted.</source>
            <translation>O setor fica como eles o deixaram; seu comentário diz o que você queria.</translation>
        </message>
        <message>
            <source>Theirs: deleted.</source>
            <translation>Deles: excluído.</translation>
        </message>
        <message>
            <source>Mine: deleted.</source>
            <translation>Meu: excluído.</translation>
        </message>
        <message>
            <source>Edit that waits</source>
            <translation>Edição à espera</translation>
        </message>
        <message>
            <source>Edits of this shared project wait for a choice: see More, Clashes.</source>
            <translation>Edições deste projeto compartilhado esperam uma escolha: veja Mais, Conflitos.</translation>
        </message>
        <message>
            <source>Clashes happen in shared projects only. Nobody else can change this one.</source>
            <translation>Conflitos só acontecem em projetos compartilhados. Ninguém mais pode alterar este.</translation>
        </message>
        <message>
            <source>Somebody else was faster. Nothing was overwritten: choose what is right, with both on the map.</source>
            <translation>Outra pessoa foi mais rápida. Nada foi sobrescrito: escolha o que está certo, com os dois no mapa.</translation>
        </message>
        <message>
            <source>Keep &amp;mine</source>
            <translation>Manter o &amp;meu</translation>
        </message>
        <message>
            <source>Keep &amp;theirs</source>
            <translation>Manter o &amp;deles</translation>
        </message>
        <message>
            <source>{name}: {who} changed it on {when} UTC.</source>
            <translation>{name}: {who} o alterou em {when} UTC.</translation>
        </message>
        <message>
            <source>No edit waits.</source>
            <translation>Nenhuma edição espera.</translation>
        </message>
        <message>
            <source>Shape: mine {mine}, theirs {theirs}</source>
            <translation>Forma: minha {mine}, deles {theirs}</translation>
        </message>
        <message>
            <source>The edit changes {} more, which nobody else has touched.</source>
            <translation>A edição altera mais {}, que ninguém mais tocou.</translation>
        </message>
        <message>
            <source>{field}: mine {mine}, theirs {theirs}</source>
            <translation>{field}: meu {mine}, deles {theirs}</translation>
        </message>
        <message>
            <source>&amp;Work with others…</source>
            <translation>&amp;Trabalhar com outros…</translation>
        </message>
        <message>
            <source>Open a shared project, or share this one</source>
            <translation>Abrir um projeto compartilhado ou compartilhar este</translation>
        </message>
        <message>
            <source>C&amp;lashes</source>
            <translation>C&amp;onflitos</translation>
        </message>
        <message>
            <source>Edits that wait because somebody else was faster</source>
            <translation>Edições que esperam porque outra pessoa foi mais rápida</translation>
        </message>
        <message>
            <source>&amp;Second opinion…</source>
            <translation>&amp;Segunda opinião…</translation>
        </message>
        <message>
            <source>Draw a blind sample, and compare two analysts</source>
            <translation>Sortear uma amostra cega e comparar dois analistas</translation>
        </message>
        <message>
            <source>Second opinion</source>
            <translation>Segunda opinião</translation>
        </message>
        <message>
            <source>&amp;Draw a sample…</source>
            <translation>&amp;Sortear uma amostra…</translation>
        </message>
        <message>
            <source>&amp;Compare with a finished sample…</source>
            <translation>&amp;Comparar com uma amostra pronta…</translation>
        </message>
        <message>
            <source>The same number draws the same squares</source>
            <translation>O mesmo número sorteia os mesmos quadrados</translation>
        </message>
        <message>
            <source>S&amp;quares</source>
            <translation>&amp;Quadrados</translation>
        </message>
        <message>
            <source>S&amp;ide</source>
            <translation>&amp;Lado</translation>
        </message>
        <message>
            <source>See&amp;d</source>
            <translation>Se&amp;mente</translation>
        </message>
        <message>
            <source>Draw squares by lot and give the file to a second analyst: it holds the squares and no sectors, so nobody sees your classes. When it comes back, compare both.</source>
            <translation>Sorteie quadrados e entregue o arquivo a um segundo analista: ele contém os quadrados e nenhum setor, de modo que ninguém vê suas classes. Quando voltar, compare os dois.</translation>
        </message>
        <message>
            <source>File for the second analyst</source>
            <translation>Arquivo para o segundo analista</translation>
        </message>
        <message>
            <source>On the map: dashed is your shape, full is theirs.</source>
            <translation>No mapa: tracejada, sua forma; contínua, a dele.</translation>
        </message>
        <message>
            <source>Yours → theirs</source>
            <translation>Seu → dele</translation>
        </message>
        <message>
            <source>There is no project file yet. Of a shared project, take a copy first.</source>
            <translation>Ainda não há arquivo de projeto. De um projeto compartilhado, faça antes uma cópia.</translation>
        </message>
        <message>
            <source>Draw a sample</source>
            <translation>Sortear uma amostra</translation>
        </message>
        <message>
            <source>Finished sample</source>
            <translation>Amostra pronta</translation>
        </message>
        <message>
            <source>Compare two analysts</source>
            <translation>Comparar dois analistas</translation>
        </message>
        <message>
            <source>&amp;Theirs is right</source>
            <translation>O &amp;dele está certo</translation>
        </message>
        <message>
            <source>&amp;Yours is right</source>
            <translation>O &amp;seu está certo</translation>
        </message>
        <message>
            <source>{} of {} squares were drawn ({}). Give {} to the second analyst: whoever opens it sees the squares in the layer 'Observed', and no sectors.</source>
            <translation>{} de {} quadrados foram sorteados ({}). Entregue {} ao segundo analista: quem o abrir vê os quadrados na camada 'Observado' e nenhum setor.</translation>
        </message>
        <message>
            <source>Yours: {}</source>
            <translation>Seu: {}</translation>
        </message>
        <message>
            <source>Theirs: {}</source>
            <translation>Dele: {}</translation>
        </message>
        <message>
            <source>Ground in question: {}</source>
            <translation>Terreno em questão: {}</translation>
        </message>
        <message>
            <source>Kappa is not defined: both see one class only.</source>
            <translation>O kappa não está definido: os dois veem uma só classe.</translation>
        </message>
        <message>
            <source>That is good agreement.</source>
            <translation>É uma boa concordância.</translation>
        </message>
        <message>
            <source>Talk the differences over.</source>
            <translation>Conversem sobre as divergências.</translation>
        </message>
        <message>
            <source>That is not enough: a third person should decide.</source>
            <translation>Não é suficiente: uma terceira pessoa deve decidir.</translation>
        </message>
        <message>
            <source>Decided: yours.</source>
            <translation>Decidido: o seu.</translation>
        </message>
        <message>
            <source>Decided: theirs.</source>
            <translation>Decidido: o dele.</translation>
        </message>
        <message>
            <source>Kappa {} (95 %: {} to {}).</source>
            <translation>Kappa {} (95 %: {} a {}).</translation>
        </message>
        <message>
            <source>Pieces of ground with different classes: {}.</source>
            <translation>Pedaços de terreno com classes diferentes: {}.</translation>
        </message>
        <message>
            <source>Matched sectors share {} of their ground.</source>
            <translation>Os setores correspondentes compartilham {} de seu terreno.</translation>
        </message>
        <message>
            <source>Borders are {} m apart on average.</source>
            <translation>As bordas distam em média {} m.</translation>
        </message>
        <message>
            <source>Work with others</source>
            <translation>Trabalhar com outros</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Conexão</translation>
        </message>
        <message>
            <source>Small letters, digits and _; it becomes a schema of the database</source>
            <translation>Letras minúsculas, algarismos e _; será um esquema do banco de dados</translation>
        </message>
        <message>
            <source>for example anna, bert</source>
            <translation>por exemplo anna, bert</translation>
        </message>
        <message>
            <source>Users of the database who may edit, with commas between them</source>
            <translation>Usuários do banco de dados que podem editar, separados por vírgulas</translation>
        </message>
        <message>
            <source>&amp;Copy into a project file…</source>
            <translation>&amp;Copiar para um arquivo de projeto…</translation>
        </message>
        <message>
            <source>For reports, history and checks; the copy has the whole log</source>
            <translation>Para relatórios, histórico e verificações; a cópia tem o registro inteiro</translation>
        </message>
        <message>
            <source>Share this project &amp;as</source>
            <translation>Compartilhar este projeto co&amp;mo</translation>
        </message>
        <message>
            <source>&amp;With</source>
            <translation>C&amp;om</translation>
        </message>
        <message>
            <source>The database does not answer.</source>
            <translation>O banco de dados não responde.</translation>
        </message>
        <message>
            <source>Open what others share, or share this project. Every edit is in the database at once, with its log.</source>
            <translation>Abra o que outros compartilham ou compartilhe este projeto. Cada edição entra na hora no banco de dados, com seu registro.</translation>
        </message>
        <message>
            <source>Copy into a project file</source>
            <translation>Copiar para um arquivo de projeto</translation>
        </message>
        <message>
            <source>Shared project</source>
            <translation>Projeto compartilhado</translation>
        </message>
        <message>
            <source>QGIS knows no PostgreSQL database yet. Add one in the Browser panel: PostgreSQL, New Connection. Keep the password in an authentication configuration, then it is in no project file.</source>
            <translation>O QGIS ainda não conhece nenhum banco de dados PostgreSQL. Adicione um no painel Navegador: PostgreSQL, Nova conexão. Guarde a senha em uma configuração de autenticação; assim ela não fica em nenhum arquivo de projeto.</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>&amp;Abrir</translation>
        </message>
        <message>
            <source>&amp;Share this project</source>
            <translation>&amp;Compartilhar este projeto</translation>
        </message>
        <message>
            <source>Share {}</source>
            <translation>Compartilhar {}</translation>
        </message>
        <message>
            <source>Copy {}</source>
            <translation>Copiar {}</translation>
        </message>
        <message>
            <source>{} are shared as '{}'. Edit the shared layers from now on; the file stays as it was.</source>
            <translation>{} estão compartilhados como '{}'. A partir de agora edite as camadas compartilhadas; o arquivo ficou como estava.</translation>
        </message>
        <message>
            <source>{} is a copy of the shared project as it was at this moment.</source>
            <translation>{} é uma cópia do projeto compartilhado como estava neste momento.</translation>
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
            <source>Detection</source>
            <translation>Detecção</translation>
        </message>
        <message>
            <source>Annotation</source>
            <translation>Anotação</translation>
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
        <name>NumbersPanel</name>
        <message>
            <source>Numbers</source>
            <translation>Números</translation>
        </message>
        <message>
            <source>Areas &amp;by</source>
            <translation>Áreas &amp;por</translation>
        </message>
        <message>
            <source>S&amp;um up</source>
            <translation>S&amp;omar</translation>
        </message>
        <message>
            <source>Change si&amp;nce</source>
            <translation>Mudança &amp;desde</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Comparar</translation>
        </message>
        <message>
            <source>Sam&amp;ple</source>
            <translation>A&amp;mostra</translation>
        </message>
        <message>
            <source>P&amp;oints</source>
            <translation>Po&amp;ntos</translation>
        </message>
        <message>
            <source>as needed</source>
            <translation>o necessário</translation>
        </message>
        <message>
            <source>&amp;Draw</source>
            <translation>&amp;Sortear</translation>
        </message>
        <message>
            <source>Labe&amp;l points…</source>
            <translation>Rot&amp;ular pontos…</translation>
        </message>
        <message>
            <source>&amp;Assess</source>
            <translation>A&amp;valiar</translation>
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
        <message>
            <source>Catalogues of images</source>
            <translation>Catálogos de imagens</translation>
        </message>
        <message>
            <source>Catalogues</source>
            <translation>Catálogos</translation>
        </message>
        <message>
            <source>A&amp;dd a STAC catalogue</source>
            <translation>Adicionar um catálogo &amp;STAC</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Remover</translation>
        </message>
        <message>
            <source>&amp;Login of the chosen catalogue</source>
            <translation>Autenticação &amp;do catálogo escolhido</translation>
        </message>
        <message>
            <source>Map services whose terms permit analysis</source>
            <translation>Serviços de mapas cujos termos permitem a análise</translation>
        </message>
        <message>
            <source>Confirmed services</source>
            <translation>Serviços confirmados</translation>
        </message>
        <message>
            <source>Re&amp;voke</source>
            <translation>Re&amp;vogar</translation>
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
            <source>P&amp;urpose</source>
            <translation>F&amp;inalidade</translation>
        </message>
        <message>
            <source>why exact places, with whose consent</source>
            <translation>por que lugares exatos, com o consentimento de quem</translation>
        </message>
        <message>
            <source>Fo&amp;r whom</source>
            <translation>Pa&amp;ra quem</translation>
        </message>
        <message>
            <source>Fi&amp;le</source>
            <translation>Ar&amp;quivo</translation>
        </message>
        <message>
            <source>Report on sites</source>
            <translation>Relatório de sítios</translation>
        </message>
        <message>
            <source>S&amp;ites</source>
            <translation>Sítio&amp;s</translation>
        </message>
        <message>
            <source>all, or site_id with commas</source>
            <translation>todos, ou site_id separados por vírgulas</translation>
        </message>
        <message>
            <source>&amp;Earlier sectors</source>
            <translation>Setores &amp;anteriores</translation>
        </message>
        <message>
            <source>I&amp;mage</source>
            <translation>I&amp;magem</translation>
        </message>
        <message>
            <source>Earlier ima&amp;ge</source>
            <translation>Ima&amp;gem anterior</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>I&amp;dioma</translation>
        </message>
        <message>
            <source>Accurac&amp;y</source>
            <translation>E&amp;xatidão</translation>
        </message>
        <message>
            <source>All figures as a &amp;table beside it (CSV)</source>
            <translation>Todos os números em uma ta&amp;bela à parte (CSV)</translation>
        </message>
        <message>
            <source>Pre&amp;view the page</source>
            <translation>Pré-&amp;visualizar a página</translation>
        </message>
        <message>
            <source>&amp;Export GeoJSON</source>
            <translation>&amp;Exportar GeoJSON</translation>
        </message>
    </context>
    <context>
        <name>SceneLoader</name>
        <message>
            <source>Bac&amp;k</source>
            <translation>&amp;Voltar</translation>
        </message>
        <message>
            <source>&amp;Place</source>
            <translation>&amp;Lugar</translation>
        </message>
        <message>
            <source>Names the group of layers and the sectors found in it</source>
            <translation>Dá nome ao grupo de camadas e aos setores encontrados nele</translation>
        </message>
        <message>
            <source>&amp;Where</source>
            <translation>&amp;Onde</translation>
        </message>
        <message>
            <source>&amp;Values</source>
            <translation>V&amp;alores</translation>
        </message>
        <message>
            <source>Ba&amp;nds</source>
            <translation>&amp;Bandas</translation>
        </message>
        <message>
            <source>Pi&amp;xels</source>
            <translation>Pi&amp;xels</translation>
        </message>
        <message>
            <source>Co&amp;mbine</source>
            <translation>Co&amp;mbinar</translation>
        </message>
        <message>
            <source>O&amp;ffset</source>
            <translation>&amp;Deslocamento</translation>
        </message>
        <message>
            <source>F&amp;ile</source>
            <translation>Ar&amp;quivo</translation>
        </message>
        <message>
            <source>What counts as not observed</source>
            <translation>O que conta como não observado</translation>
        </message>
        <message>
            <source>Around clou&amp;ds</source>
            <translation>Ao redor das n&amp;uvens</translation>
        </message>
        <message>
            <source> m</source>
            <translation> m</translation>
        </message>
        <message>
            <source>Around s&amp;hadows</source>
            <translation>Ao redor das &amp;sombras</translation>
        </message>
        <message>
            <source>Never cl&amp;oud in</source>
            <translation>Nunca há nuv&amp;ens em</translation>
        </message>
        <message>
            <source>Polygons of known mines: bright tailings and salt are often taken for cloud. Of three or more dates, only what most of them take for cloud is kept.</source>
            <translation>Polígonos de minas conhecidas: rejeitos claros e sal são muitas vezes tomados por nuvem. De três ou mais datas, só se mantém o que a maioria delas toma por nuvem.</translation>
        </message>
        <message>
            <source>Leave o&amp;ut</source>
            <translation>Om&amp;itir</translation>
        </message>
        <message>
            <source>Polygons whose ground counts as not observed</source>
            <translation>Polígonos cujo terreno conta como não observado</translation>
        </message>
        <message>
            <source>&amp;Load</source>
            <translation>Carre&amp;gar</translation>
        </message>
    </context>
    <context>
        <name>SceneSearch</name>
        <message>
            <source>Bac&amp;k</source>
            <translation>&amp;Voltar</translation>
        </message>
        <message>
            <source>&amp;Catalogue</source>
            <translation>&amp;Catálogo</translation>
        </message>
        <message>
            <source>Add catalogues and logins in the settings</source>
            <translation>Adicionar catálogos e autenticações nas configurações</translation>
        </message>
        <message>
            <source>Catalogues and logins</source>
            <translation>Catálogos e autenticações</translation>
        </message>
        <message>
            <source>&amp;When</source>
            <translation>&amp;Quando</translation>
        </message>
        <message>
            <source>First date</source>
            <translation>Primeira data</translation>
        </message>
        <message>
            <source>to</source>
            <translation>a</translation>
        </message>
        <message>
            <source>Last date</source>
            <translation>Última data</translation>
        </message>
        <message>
            <source>Clo&amp;ud below</source>
            <translation>&amp;Nuvens abaixo de</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Of the whole scene, as the catalogue states it</source>
            <translation>Da cena inteira, conforme o catálogo</translation>
        </message>
        <message>
            <source>&amp;Search here</source>
            <translation>&amp;Buscar aqui</translation>
        </message>
        <message>
            <source>Searches where the map is now</source>
            <translation>Busca onde o mapa está agora</translation>
        </message>
        <message>
            <source>Scenes found</source>
            <translation>Cenas encontradas</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>&amp;Parar</translation>
        </message>
        <message>
            <source>&amp;Load…</source>
            <translation>Carre&amp;gar…</translation>
        </message>
    </context>
</TS>
