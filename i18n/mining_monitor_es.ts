<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>AnnotationPanel</name>
        <message>
            <source>Nothing to review yet</source>
            <translation>Aún no hay nada que revisar</translation>
        </message>
        <message>
            <source>Here you will see every sector, first those that need you most. Detect sectors in an image, or open a project file that has some.</source>
            <translation>Aquí verá todos los sectores, primero los que más requieren su atención. Detecte sectores en una imagen o abra un archivo de proyecto que ya los tenga.</translation>
        </message>
        <message>
            <source>&amp;Detect mining sectors</source>
            <translation>&amp;Detectar sectores mineros</translation>
        </message>
        <message>
            <source>Find sectors in an image.</source>
            <translation>Buscar sectores en una imagen.</translation>
        </message>
        <message>
            <source>&amp;Open a project file</source>
            <translation>&amp;Abrir un archivo de proyecto</translation>
        </message>
        <message>
            <source>A GeoPackage of an earlier day.</source>
            <translation>Un GeoPackage de un día anterior.</translation>
        </message>
        <message>
            <source>&amp;Import annotations</source>
            <translation>&amp;Importar anotaciones</translation>
        </message>
        <message>
            <source>Polygons drawn elsewhere: GeoJSON, Google Earth, GeoPackage.</source>
            <translation>Polígonos dibujados en otro lugar: GeoJSON, Google Earth, GeoPackage.</translation>
        </message>
        <message>
            <source>Which sectors: one layer for each image</source>
            <translation>Qué sectores: una capa por cada imagen</translation>
        </message>
        <message>
            <source>Sector layer</source>
            <translation>Capa de sectores</translation>
        </message>
        <message>
            <source>Show sectors in this state</source>
            <translation>Mostrar los sectores en este estado</translation>
        </message>
        <message>
            <source>State shown</source>
            <translation>Estado mostrado</translation>
        </message>
        <message>
            <source>Show sectors of this class</source>
            <translation>Mostrar los sectores de esta clase</translation>
        </message>
        <message>
            <source>Class shown</source>
            <translation>Clase mostrada</translation>
        </message>
        <message>
            <source>&amp;More</source>
            <translation>Má&amp;s</translation>
        </message>
        <message>
            <source>Check, import, history, log</source>
            <translation>Comprobar, importar, historial, registro</translation>
        </message>
        <message>
            <source>Sectors, first those that need a person most</source>
            <translation>Sectores, primero los que más requieren la decisión de una persona</translation>
        </message>
        <message>
            <source>Under the cursor</source>
            <translation>Bajo el cursor</translation>
        </message>
        <message>
            <source>R&amp;eason</source>
            <translation>&amp;Motivo</translation>
        </message>
        <message>
            <source>Image &amp;date</source>
            <translation>Fe&amp;cha de la imagen</translation>
        </message>
        <message>
            <source>such as 2021-02-27</source>
            <translation>por ejemplo 2021-02-27</translation>
        </message>
        <message>
            <source>Image &amp;source</source>
            <translation>F&amp;uente de la imagen</translation>
        </message>
        <message>
            <source>For all sectors of this &amp;image that lack them</source>
            <translation>Para todos los sectores de esta &amp;imagen que no las tienen</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Ahora no</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprobar</translation>
        </message>
        <message>
            <source>Approve (A)</source>
            <translation>Aprobar (A)</translation>
        </message>
        <message>
            <source>You have looked at it and it is right (A)</source>
            <translation>Usted lo ha mirado y es correcto (A)</translation>
        </message>
        <message>
            <source>Reject (R)</source>
            <translation>Rechazar (R)</translation>
        </message>
        <message>
            <source>It is wrong; say why. It stays in the file, marked as rejected (R)</source>
            <translation>Es incorrecto; indique por qué. Se queda en el archivo, marcado como rechazado (R)</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Siguiente</translation>
        </message>
        <message>
            <source>Go to the next sector (Space)</source>
            <translation>Ir al sector siguiente (Espacio)</translation>
        </message>
        <message>
            <source>Undo the last change (Z)</source>
            <translation>Deshacer el último cambio (Z)</translation>
        </message>
        <message>
            <source>Undo the last change</source>
            <translation>Deshacer el último cambio</translation>
        </message>
        <message>
            <source>?</source>
            <translation>?</translation>
        </message>
        <message>
            <source>Show all keys (?)</source>
            <translation>Mostrar todas las teclas (?)</translation>
        </message>
        <message>
            <source>Show all keys</source>
            <translation>Mostrar todas las teclas</translation>
        </message>
    </context>
    <context>
        <name>DetectionOptionsForm</name>
        <message>
            <source>Which band of the image plays which role for the model</source>
            <translation>Qué función cumple cada banda de la imagen en el modelo</translation>
        </message>
        <message>
            <source>M&amp;inimum confidence</source>
            <translation>Con&amp;fianza mínima</translation>
        </message>
        <message>
            <source>Ground where no class reaches this score becomes "other". 0 keeps the best class everywhere.</source>
            <translation>El terreno donde ninguna clase alcanza esta puntuación pasa a "otro". Con 0 se conserva siempre la mejor clase.</translation>
        </message>
        <message>
            <source>Tile &amp;overlap</source>
            <translation>S&amp;olape de teselas</translation>
        </message>
        <message>
            <source>More overlap hides tile borders better and takes longer.</source>
            <translation>Un solape mayor oculta mejor los bordes de las teselas y tarda más.</translation>
        </message>
        <message>
            <source>as the model says</source>
            <translation>según el modelo</translation>
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
            <translation>Los polígonos menores se unen al vecino con el que comparten más borde.</translation>
        </message>
        <message>
            <source>keep all</source>
            <translation>conservar todos</translation>
        </message>
        <message>
            <source> m²</source>
            <translation> m²</translation>
        </message>
        <message>
            <source>Simplif&amp;y borders</source>
            <translation>Simplificar &amp;bordes</translation>
        </message>
        <message>
            <source>Neighbours keep their common border: there is no gap and no overlap afterwards.</source>
            <translation>Los vecinos conservan su borde común: no quedan huecos ni solapes.</translation>
        </message>
        <message>
            <source>keep pixel edges</source>
            <translation>conservar bordes de píxel</translation>
        </message>
        <message>
            <source> pixels</source>
            <translation> píxeles</translation>
        </message>
        <message>
            <source>Leave out &amp;clouds and their shadows</source>
            <translation>Omitir las n&amp;ubes y sus sombras</translation>
        </message>
        <message>
            <source>Needs the package ukis-csmask in the engine, and an image with near infrared.</source>
            <translation>Requiere el paquete ukis-csmask en el motor y una imagen con infrarrojo cercano.</translation>
        </message>
        <message>
            <source>Also keep the class &amp;raster</source>
            <translation>Guardar también el ráster de c&amp;lases</translation>
        </message>
        <message>
            <source>Also keep the confidence ra&amp;ster</source>
            <translation>Guardar también el ráster de confianz&amp;a</translation>
        </message>
    </context>
    <context>
        <name>DetectionPanel</name>
        <message>
            <source>Set up the engine…</source>
            <translation>Instalar el motor…</translation>
        </message>
        <message>
            <source>&amp;Image</source>
            <translation>&amp;Imagen</translation>
        </message>
        <message>
            <source>&amp;Model</source>
            <translation>&amp;Modelo</translation>
        </message>
        <message>
            <source>Add or check a model</source>
            <translation>Añadir o comprobar un modelo</translation>
        </message>
        <message>
            <source>&amp;Where</source>
            <translation>Dó&amp;nde</translation>
        </message>
        <message>
            <source>Draw a rectangle on the map</source>
            <translation>Dibujar un rectángulo en el mapa</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Opciones</translation>
        </message>
        <message>
            <source>&amp;Review the sectors</source>
            <translation>&amp;Revisar los sectores</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;Cancelar</translation>
        </message>
        <message>
            <source>&amp;Detect mining sectors</source>
            <translation>&amp;Detectar sectores mineros</translation>
        </message>
    </context>
    <context>
        <name>EngineSetup</name>
        <message>
            <source>Set up the engine</source>
            <translation>Instalar el motor</translation>
        </message>
        <message>
            <source>Without internet, or own Python</source>
            <translation>Sin internet, o con Python propio</translation>
        </message>
        <message>
            <source>Folder of &amp;wheels (offline)</source>
            <translation>Carpeta de &amp;wheels (sin conexión)</translation>
        </message>
        <message>
            <source>&amp;Python that has the packages already</source>
            <translation>&amp;Python que ya tiene los paquetes</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>&amp;Set up now</source>
            <translation>&amp;Instalar ahora</translation>
        </message>
    </context>
    <context>
        <name>ImageryDetails</name>
        <message>
            <source>I have read its terms: analysis is per&amp;mitted</source>
            <translation>He leído sus condiciones: el análisis está permi&amp;tido</translation>
        </message>
        <message>
            <source>Show as</source>
            <translation>Mostrar como</translation>
        </message>
        <message>
            <source>True &amp;colour</source>
            <translation>Color &amp;verdadero</translation>
        </message>
        <message>
            <source>Red, green and blue, stretched to what the map shows</source>
            <translation>Rojo, verde y azul, con contraste ajustado a lo que muestra el mapa</translation>
        </message>
        <message>
            <source>S&amp;WIR</source>
            <translation>S&amp;WIR</translation>
        </message>
        <message>
            <source>Short-wave infrared, near infrared and red: bare ground and water stand out</source>
            <translation>Infrarrojo de onda corta, infrarrojo cercano y rojo: destacan el suelo desnudo y el agua</translation>
        </message>
        <message>
            <source>Inde&amp;x</source>
            <translation>Índi&amp;ce</translation>
        </message>
        <message>
            <source>A spectral index as a layer of its own</source>
            <translation>Un índice espectral como capa propia</translation>
        </message>
        <message>
            <source>Com&amp;pare with</source>
            <translation>Compa&amp;rar con</translation>
        </message>
        <message>
            <source>Swipe: drag the line on the map</source>
            <translation>Deslizar: arrastre la línea en el mapa</translation>
        </message>
        <message>
            <source>Swipe</source>
            <translation>Deslizar</translation>
        </message>
        <message>
            <source>Side by side: a second map that moves along</source>
            <translation>Lado a lado: un segundo mapa que se mueve a la par</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Lado a lado</translation>
        </message>
        <message>
            <source>Taken &amp;on</source>
            <translation>T&amp;omada el</translation>
        </message>
        <message>
            <source>2024-03-14</source>
            <translation>2024-03-14</translation>
        </message>
        <message>
            <source>The date of the image; every new sector carries it</source>
            <translation>La fecha de la imagen; cada sector nuevo la lleva</translation>
        </message>
        <message>
            <source>to</source>
            <translation>a</translation>
        </message>
        <message>
            <source>mosaics only</source>
            <translation>solo mosaicos</translation>
        </message>
        <message>
            <source>The last date, where the image is a mosaic of several</source>
            <translation>La última fecha, si la imagen es un mosaico de varias</translation>
        </message>
        <message>
            <source>Ta&amp;ken by</source>
            <translation>Tomada &amp;por</translation>
        </message>
        <message>
            <source>Satellite, agency or company</source>
            <translation>Satélite, agencia o empresa</translation>
        </message>
        <message>
            <source>Ask the service</source>
            <translation>Preguntar al servicio</translation>
        </message>
        <message>
            <source>Ask the service when the picture in the middle of the map was taken, and by whom</source>
            <translation>Preguntar al servicio cuándo y por quién se tomó la imagen del centro del mapa</translation>
        </message>
        <message>
            <source>&amp;Build</source>
            <translation>&amp;Generar</translation>
        </message>
    </context>
    <context>
        <name>ImageryPanel</name>
        <message>
            <source>Start with an image</source>
            <translation>Comience con una imagen</translation>
        </message>
        <message>
            <source>Mining Monitor finds mining sectors in satellite, aerial and drone images. Every polygon is a draft until you have looked at it.</source>
            <translation>Mining Monitor encuentra sectores mineros en imágenes satelitales, aéreas y de dron. Cada polígono es un borrador hasta que usted lo haya mirado.</translation>
        </message>
        <message>
            <source>&amp;Open an image</source>
            <translation>&amp;Abrir una imagen</translation>
        </message>
        <message>
            <source>Any raster that QGIS opens. Or drop the file here.</source>
            <translation>Cualquier ráster que QGIS abra. O suelte el archivo aquí.</translation>
        </message>
        <message>
            <source>Search Se&amp;ntinel-2</source>
            <translation>Buscar Se&amp;ntinel-2</translation>
        </message>
        <message>
            <source>Free images at 10 m of any place since 2015. Only what the map shows is fetched.</source>
            <translation>Imágenes gratuitas a 10 m de cualquier lugar desde 2015. Solo se obtiene lo que muestra el mapa.</translation>
        </message>
        <message>
            <source>Open a Sentinel-2 &amp;product</source>
            <translation>Abrir un producto &amp;Sentinel-2</translation>
        </message>
        <message>
            <source>A SAFE folder or its .zip. Or drop it here.</source>
            <translation>Una carpeta SAFE o su .zip. O suéltelo aquí.</translation>
        </message>
        <message>
            <source>&amp;Try the sample scene</source>
            <translation>&amp;Probar la escena de ejemplo</translation>
        </message>
        <message>
            <source>A made-up mine of 105 km² at 10 m, drawn on this computer. Good for a first look.</source>
            <translation>Una mina ficticia de 105 km² a 10 m, dibujada en este equipo. Sirve para un primer vistazo.</translation>
        </message>
        <message>
            <source>&amp;Images in this project</source>
            <translation>&amp;Imágenes de este proyecto</translation>
        </message>
        <message>
            <source>&amp;Add</source>
            <translation>&amp;Añadir</translation>
        </message>
        <message>
            <source>A file, a Sentinel-2 product, a search, the sample scene</source>
            <translation>Un archivo, un producto Sentinel-2, una búsqueda, la escena de ejemplo</translation>
        </message>
        <message>
            <source>Zoom to the image</source>
            <translation>Zum a la imagen</translation>
        </message>
        <message>
            <source>&amp;Detect in this image</source>
            <translation>&amp;Detectar en esta imagen</translation>
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
            <translation>&amp;Ronda</translation>
        </message>
        <message>
            <source>&amp;You are</source>
            <translation>&amp;Usted es</translation>
        </message>
        <message>
            <source>Cannot be told (U)</source>
            <translation>No se puede determinar (U)</translation>
        </message>
        <message>
            <source>Skip (Space)</source>
            <translation>Omitir (Espacio)</translation>
        </message>
        <message>
            <source>Back (B)</source>
            <translation>Atrás (B)</translation>
        </message>
        <message>
            <source>Undo (Z)</source>
            <translation>Deshacer (Z)</translation>
        </message>
        <message>
            <source>I am not sure (N)</source>
            <translation>No tengo certeza (N)</translation>
        </message>
        <message>
            <source>Co&amp;mment</source>
            <translation>Co&amp;mentario</translation>
        </message>
        <message>
            <source>&amp;Assess accuracy</source>
            <translation>&amp;Evaluar la exactitud</translation>
        </message>
    </context>
    <context>
        <name>MiningMonitor</name>
        <message>
            <source>{} cannot be opened.</source>
            <translation>No se puede abrir {}.</translation>
        </message>
        <message>
            <source>{} does not take the decision.</source>
            <translation>{} no admite la decisión.</translation>
        </message>
        <message>
            <source>Assess accuracy</source>
            <translation>Evaluar la exactitud</translation>
        </message>
        <message>
            <source>&lt;p&gt;Tells how good a map is.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Reference&lt;/b&gt;: points that a person has labelled (see &lt;i&gt;Draw sample points&lt;/i&gt;) give accuracies and corrected areas, each with its 95 % interval (Olofsson et al. 2014). Polygons or a class raster that cover the ground give precision, recall and IoU of each class, for polygons also how well outlines and single sectors meet. &lt;b&gt;Extent&lt;/b&gt;: only what lies in it.&lt;/p&gt;&lt;p&gt;Ground that one side could not observe is compared nowhere. Figures that are 0/0 are undefined, never 0, and are listed.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Indica qué tan bueno es un mapa.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Referencia&lt;/b&gt;: los puntos que una persona ha etiquetado (véase &lt;i&gt;Generar puntos de muestreo&lt;/i&gt;) dan exactitudes y áreas corregidas, cada una con su intervalo del 95 % (Olofsson et al. 2014). Los polígonos o un ráster de clases que cubren el terreno dan precisión, exhaustividad e IoU de cada clase; los polígonos, además, cuánto coinciden los contornos y los sectores individuales. &lt;b&gt;Extensión&lt;/b&gt;: solo cuenta lo que está dentro.&lt;/p&gt;&lt;p&gt;El terreno que una de las partes no pudo observar no se compara nunca. Las cifras que son 0/0 quedan indefinidas, nunca 0, y se enumeran.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Compares a map with a reference, and corrects its areas where the reference is a sample.</source>
            <translation>Compara un mapa con una referencia y corrige sus áreas cuando la referencia es una muestra.</translation>
        </message>
        <message>
            <source>undefined</source>
            <translation>indefinido</translation>
        </message>
        <message>
            <source>{}: user's accuracy {}, producer's accuracy {}</source>
            <translation>{}: exactitud del usuario {}, exactitud del productor {}</translation>
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
            <translation>Referencia</translation>
        </message>
        <message>
            <source>Extent (empty: everything)</source>
            <translation>Extensión (vacío: todo)</translation>
        </message>
        <message>
            <source>All figures</source>
            <translation>Todas las cifras</translation>
        </message>
        <message>
            <source>JSON files (*.json)</source>
            <translation>Archivos JSON (*.json)</translation>
        </message>
        <message>
            <source>Table by class</source>
            <translation>Tabla por clase</translation>
        </message>
        <message>
            <source>CSV files (*.csv)</source>
            <translation>Archivos CSV (*.csv)</translation>
        </message>
        <message>
            <source>mapped {:.1f} ha, corrected {:.1f} ha ({:.1f} to {:.1f})</source>
            <translation>cartografiado: {:.1f} ha, corregido: {:.1f} ha ({:.1f} a {:.1f})</translation>
        </message>
        <message>
            <source>Overall accuracy: {}</source>
            <translation>Exactitud global: {}</translation>
        </message>
        <message>
            <source>{} points are not labelled yet.</source>
            <translation>{} puntos aún no están etiquetados.</translation>
        </message>
        <message>
            <source>Undefined (0/0): {}</source>
            <translation>Indefinidas (0/0): {}</translation>
        </message>
        <message>
            <source>Mining sectors</source>
            <translation>Sectores mineros</translation>
        </message>
        <message>
            <source>The algorithm was not prepared.</source>
            <translation>El algoritmo no se ha preparado.</translation>
        </message>
        <message>
            <source>mining,mine,sector,lames,tailings,pit,waste rock,remote sensing</source>
            <translation>minería,mina,sector,lames,relaves,tajo,botadero,estériles,teledetección</translation>
        </message>
        <message>
            <source>Detect change</source>
            <translation>Detectar cambios</translation>
        </message>
        <message>
            <source>&lt;p&gt;Compares the sectors of two dates: where mines expanded, where they were given back, where one class became another one, and what one date could not observe, which is never called reclaimed.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Tolerance&lt;/b&gt;: narrower changes are differences of position, not of the ground: 12 m between two Sentinel-2 scenes, 20 m between Sentinel-2 and finer imagery. &lt;b&gt;Minimum area&lt;/b&gt;: smaller changes are left out. Both are told. &lt;b&gt;Matrix&lt;/b&gt;: what each class became; its rows sum to the areas before and its columns to the areas after.&lt;/p&gt;&lt;p&gt;Every polygon of change has the image dates, classes and identities of both dates.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Compara los sectores de dos fechas: dónde se expandieron las minas, dónde se rehabilitó el terreno, dónde una clase pasó a ser otra y qué no pudo observar una de las fechas, que nunca se llama rehabilitado.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Tolerancia&lt;/b&gt;: los cambios más estrechos son diferencias de posición, no del terreno: 12 m entre dos escenas de Sentinel-2, 20 m entre Sentinel-2 e imágenes más finas. &lt;b&gt;Área mínima&lt;/b&gt;: los cambios menores se omiten. De ambos se informa. &lt;b&gt;Matriz&lt;/b&gt;: en qué se convirtió cada clase; sus filas suman las áreas de antes y sus columnas, las áreas de después.&lt;/p&gt;&lt;p&gt;Cada polígono de cambio tiene las fechas de imagen, las clases y los identificadores de ambas fechas.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Finds expansion, reclamation and conversion between the sectors of two dates.</source>
            <translation>Encuentra expansión, rehabilitación y conversión entre los sectores de dos fechas.</translation>
        </message>
        <message>
            <source>Sectors before</source>
            <translation>Sectores de antes</translation>
        </message>
        <message>
            <source>Sectors after</source>
            <translation>Sectores de después</translation>
        </message>
        <message>
            <source>Tolerance (m)</source>
            <translation>Tolerancia (m)</translation>
        </message>
        <message>
            <source>Minimum area (m²)</source>
            <translation>Área mínima (m²)</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Cambio</translation>
        </message>
        <message>
            <source>Transition matrix</source>
            <translation>Matriz de transición</translation>
        </message>
        <message>
            <source>Expansion: {:.2f} ha</source>
            <translation>Expansión: {:.2f} ha</translation>
        </message>
        <message>
            <source>Reclamation: {:.2f} ha</source>
            <translation>Rehabilitación: {:.2f} ha</translation>
        </message>
        <message>
            <source>Conversion: {:.2f} ha</source>
            <translation>Conversión: {:.2f} ha</translation>
        </message>
        <message>
            <source>Narrower than the tolerance or smaller than the minimum area: {:.2f} ha</source>
            <translation>Más estrecho que la tolerancia o menor que el área mínima: {:.2f} ha</translation>
        </message>
        <message>
            <source>Mapped before and not observed after: {:.2f} ha</source>
            <translation>Cartografiado antes y no observado después: {:.2f} ha</translation>
        </message>
        <message>
            <source>Mapped after and not observed before: {:.2f} ha</source>
            <translation>Cartografiado después y no observado antes: {:.2f} ha</translation>
        </message>
        <message>
            <source>Detect mining sectors</source>
            <translation>Detectar sectores mineros</translation>
        </message>
        <message>
            <source>&lt;p&gt;Finds open pits, waste rock dumps, tailings facilities and the other LAMES sector classes in an image and draws them as polygons that share their borders. Nothing leaves this computer.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Model&lt;/b&gt;: an .onnx file or a model card (.json); empty takes the default model. &lt;b&gt;Bands&lt;/b&gt;: which band plays which role, such as red=4,green=3,blue=2; empty takes them from the band names and their order. &lt;b&gt;Overlap&lt;/b&gt;: how far the model's tiles overlap, in per cent of a tile; empty takes the model's own. &lt;b&gt;Minimum confidence&lt;/b&gt;: pixels below it become no sector. &lt;b&gt;Minimum area&lt;/b&gt;: smaller polygons go to the neighbour with which they share most border. &lt;b&gt;Simplify&lt;/b&gt;: tolerance in pixels; 0 keeps the edges of the pixels. &lt;b&gt;Valid mask&lt;/b&gt;: where it is 0 or nodata the ground counts as not observed.&lt;/p&gt;&lt;p&gt;The result is a draft: every polygon wants a person's review before it is reported. Ground that could not be seen is 255 in the class raster, never "no mine".&lt;/p&gt;</source>
            <translation>&lt;p&gt;Encuentra tajos abiertos, botaderos de estériles, depósitos de relaves y las demás clases de sectores LAMES en una imagen y los dibuja como polígonos que comparten sus bordes. Nada sale de este equipo.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Modelo&lt;/b&gt;: un archivo .onnx o una ficha de modelo (.json); vacío usa el modelo predeterminado. &lt;b&gt;Bandas&lt;/b&gt;: qué función cumple cada banda, por ejemplo red=4,green=3,blue=2; vacío las deduce de los nombres de las bandas y de su orden. &lt;b&gt;Solape&lt;/b&gt;: cuánto se solapan las teselas del modelo, en por ciento de una tesela; vacío usa el valor del modelo. &lt;b&gt;Confianza mínima&lt;/b&gt;: los píxeles por debajo no forman sectores. &lt;b&gt;Área mínima&lt;/b&gt;: los polígonos menores se unen al vecino con el que comparten más borde. &lt;b&gt;Simplificar&lt;/b&gt;: tolerancia en píxeles; 0 conserva los bordes de los píxeles. &lt;b&gt;Máscara de validez&lt;/b&gt;: donde es 0 o sin datos, el terreno cuenta como no observado.&lt;/p&gt;&lt;p&gt;El resultado es un borrador: cada polígono requiere la revisión de una persona antes de informarse. El terreno que no se pudo ver vale 255 en el ráster de clases, nunca "sin mina".&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Finds mining sectors in an image and draws them as polygons of the LAMES classes.</source>
            <translation>Encuentra sectores mineros en una imagen y los dibuja como polígonos de las clases LAMES.</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ninguno</translation>
        </message>
        <message>
            <source>Model (empty: the one that suits the image)</source>
            <translation>Modelo (vacío: el que conviene a la imagen)</translation>
        </message>
        <message>
            <source>Models (*.onnx *.json)</source>
            <translation>Modelos (*.onnx *.json)</translation>
        </message>
        <message>
            <source>Valid mask</source>
            <translation>Máscara de validez</translation>
        </message>
        <message>
            <source>Overlap of tiles (per cent; empty: the model's)</source>
            <translation>Solape de teselas (por ciento; vacío: el del modelo)</translation>
        </message>
        <message>
            <source>Minimum confidence (0 to 1)</source>
            <translation>Confianza mínima (0 a 1)</translation>
        </message>
        <message>
            <source>Simplify (pixels)</source>
            <translation>Simplificar (píxeles)</translation>
        </message>
        <message>
            <source>{} sectors ({}). Observed {:.2f} km², not observed {:.2f} km². {:.1f} s, model {}.</source>
            <translation>{} sectores ({}). Observado: {:.2f} km², no observado: {:.2f} km². {:.1f} s, modelo {}.</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Extent (empty: the whole image)</source>
            <translation>Extensión (vacío: toda la imagen)</translation>
        </message>
        <message>
            <source>Bands, as role=index (empty: guessed)</source>
            <translation>Bandas, como función=índice (vacío: se deducen)</translation>
        </message>
        <message>
            <source>Sectors</source>
            <translation>Sectores</translation>
        </message>
        <message>
            <source>Class raster</source>
            <translation>Ráster de clases</translation>
        </message>
        <message>
            <source>Confidence raster</source>
            <translation>Ráster de confianza</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <source>The engine's result {} cannot be read.</source>
            <translation>No se puede leer el resultado del motor {}.</translation>
        </message>
        <message>
            <source>The valid mask '{}' is no raster file. Save it as a GeoTIFF first.</source>
            <translation>La máscara de validez '{}' no es un archivo ráster. Guárdela primero como GeoTIFF.</translation>
        </message>
        <message>
            <source>The sectors cannot be written: {}</source>
            <translation>No se pueden escribir los sectores: {}</translation>
        </message>
        <message>
            <source>The image cannot be opened: {}</source>
            <translation>No se puede abrir la imagen: {}</translation>
        </message>
        <message>
            <source>The rows cannot be written: {}</source>
            <translation>No se pueden escribir las filas: {}</translation>
        </message>
        <message>
            <source>Export sectors as GeoJSON</source>
            <translation>Exportar sectores como GeoJSON</translation>
        </message>
        <message>
            <source>&lt;p&gt;Writes sectors as GeoJSON.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Profile&lt;/b&gt;: &lt;i&gt;report&lt;/i&gt; follows RFC 7946 (WGS 84, seven decimals, ISO dates) with review and provenance fields; &lt;i&gt;lames&lt;/i&gt; has the keys, order and padding of the published LAMES files. &lt;b&gt;States&lt;/b&gt;: which review states go into the file. &lt;b&gt;Generalise&lt;/b&gt;: replaces each polygon by its cell of a grid of that many degrees, for places whose exact position must not be published; never random.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Escribe sectores como GeoJSON.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Perfil&lt;/b&gt;: &lt;i&gt;report&lt;/i&gt; sigue RFC 7946 (WGS 84, siete decimales, fechas ISO) con campos de revisión y procedencia; &lt;i&gt;lames&lt;/i&gt; tiene las claves, el orden y el relleno de los archivos LAMES publicados. &lt;b&gt;Estados&lt;/b&gt;: qué estados de revisión van al archivo. &lt;b&gt;Generalizar&lt;/b&gt;: sustituye cada polígono por su celda de una cuadrícula de esos grados, para lugares cuya posición exacta no debe publicarse; nunca al azar.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Writes sectors as GeoJSON, as LAMES publishes them or for a report.</source>
            <translation>Escribe sectores como GeoJSON, tal como los publica LAMES o para un informe.</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Perfil</translation>
        </message>
        <message>
            <source>Review states to include</source>
            <translation>Estados de revisión que incluir</translation>
        </message>
        <message>
            <source>Generalise (degrees); empty: artisanal sites only</source>
            <translation>Generalizar (grados); vacío: solo sitios artesanales</translation>
        </message>
        <message>
            <source>GeoJSON</source>
            <translation>GeoJSON</translation>
        </message>
        <message>
            <source>GeoJSON files (*.geojson)</source>
            <translation>Archivos GeoJSON (*.geojson)</translation>
        </message>
        <message>
            <source>{} sectors in {}</source>
            <translation>{} sectores en {}</translation>
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
            <translation>No se pueden abrir los sectores: {}</translation>
        </message>
        <message>
            <source>Imagery</source>
            <translation>Imágenes</translation>
        </message>
        <message>
            <source>Name the file to write.</source>
            <translation>Indique el archivo que se escribirá.</translation>
        </message>
        <message>
            <source>{} cannot be written: {}</source>
            <translation>No se puede escribir {}: {}</translation>
        </message>
        <message>
            <source>Import annotations</source>
            <translation>Importar anotaciones</translation>
        </message>
        <message>
            <source>&lt;p&gt;Reads polygons that people drew elsewhere as sectors: LAMES GeoJSON in all its published shapes, KML and KMZ from Google Earth, GeoPackages and any other polygon file.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Repair&lt;/b&gt;: mend outlines that cross themselves; without it they are imported as they are. &lt;b&gt;Issues&lt;/b&gt;: everything that was found, each with its place, and for repairs the shape before and after. Dates, names and classes are never changed here.&lt;/p&gt;&lt;p&gt;Footprints and the table of site metadata are joined where they lie beside a LAMES file under their published names.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Lee como sectores polígonos que se dibujaron en otro lugar: GeoJSON de LAMES en todas sus formas publicadas, KML y KMZ de Google Earth, GeoPackages y cualquier otro archivo de polígonos.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Reparar&lt;/b&gt;: corrige los contornos que se cruzan a sí mismos; sin ello se importan tal cual. &lt;b&gt;Problemas&lt;/b&gt;: todo lo que se encontró, cada uno con su lugar y, en las reparaciones, la forma de antes y de después. Aquí nunca se cambian fechas, nombres ni clases.&lt;/p&gt;&lt;p&gt;Las huellas y la tabla de metadatos de los sitios se unen si están junto a un archivo LAMES con sus nombres publicados.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Reads polygons that people drew elsewhere as sectors, and lists what is wrong with them.</source>
            <translation>Lee como sectores polígonos que se dibujaron en otro lugar y enumera sus problemas.</translation>
        </message>
        <message>
            <source>File with polygons</source>
            <translation>Archivo con polígonos</translation>
        </message>
        <message>
            <source>Annotations (*.geojson *.json *.kml *.kmz *.gpkg *.shp);;All files (*)</source>
            <translation>Anotaciones (*.geojson *.json *.kml *.kmz *.gpkg *.shp);;Todos los archivos (*)</translation>
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
            <translation>{} sectores de {} objetos espaciales.</translation>
        </message>
        <message>
            <source>Issues: {}</source>
            <translation>Problemas: {}</translation>
        </message>
        <message>
            <source>{} of {} repairs carried out.</source>
            <translation>Reparaciones realizadas: {} de {}.</translation>
        </message>
        <message>
            <source>Load Sentinel-2</source>
            <translation>Cargar Sentinel-2</translation>
        </message>
        <message>
            <source>&lt;p&gt;Reads bands of a Sentinel-2 product onto one grid and writes a cloud-optimised GeoTIFF with band names, scale, offset and nodata, and a JSON file with its provenance beside it.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Product&lt;/b&gt;: a SAFE folder, a .zip of one (never unpacked), its MTD_MSIL1C.xml or MTD_MSIL2A.xml, or a STAC item (file or URL); several, separated by semicolons, become a mosaic. &lt;b&gt;Bands&lt;/b&gt;: names such as B02,B03,B04,B08; empty takes these four. &lt;b&gt;Resolution&lt;/b&gt;: 10, 20 or 60 m. &lt;b&gt;Extent&lt;/b&gt;: only this window is read. &lt;b&gt;Observed&lt;/b&gt;: a raster that is 1 where the ground was seen and 0 under clouds, shadows, cirrus and saturated or missing pixels; it is the valid mask of the detection.&lt;/p&gt;&lt;p&gt;Whether the offset of -1000 of newer processing baselines still has to be applied is decided from the metadata and the pixels; the decision and its evidence are printed and stored.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Lee bandas de un producto Sentinel-2 en una sola cuadrícula y escribe un GeoTIFF optimizado para la nube con nombres de banda, escala, desplazamiento y valor sin datos, y junto a él un archivo JSON con su procedencia.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Producto&lt;/b&gt;: una carpeta SAFE, un .zip de ella (nunca se descomprime), su MTD_MSIL1C.xml o MTD_MSIL2A.xml, o un elemento STAC (archivo o URL); varios, separados por punto y coma, forman un mosaico. &lt;b&gt;Bandas&lt;/b&gt;: nombres como B02,B03,B04,B08; vacío usa estas cuatro. &lt;b&gt;Resolución&lt;/b&gt;: 10, 20 o 60 m. &lt;b&gt;Extensión&lt;/b&gt;: solo se lee esta ventana. &lt;b&gt;Observado&lt;/b&gt;: un ráster que vale 1 donde se vio el terreno y 0 bajo nubes, sombras, cirros y píxeles saturados o ausentes; es la máscara de validez de la detección.&lt;/p&gt;&lt;p&gt;Si aún hay que aplicar el desplazamiento de -1000 de las líneas base de procesamiento más recientes se decide a partir de los metadatos y los píxeles; la decisión y sus indicios se muestran y se guardan.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Reads bands of a Sentinel-2 product or catalogue item into a cloud-optimised GeoTIFF.</source>
            <translation>Lee bandas de un producto Sentinel-2 o de un elemento de catálogo en un GeoTIFF optimizado para la nube.</translation>
        </message>
        <message>
            <source>Product: SAFE folder, .zip, MTD_*.xml or STAC item</source>
            <translation>Producto: carpeta SAFE, .zip, MTD_*.xml o elemento STAC</translation>
        </message>
        <message>
            <source>Sentinel-2 products and STAC items (MTD_*.xml *.zip *.json);;All files (*)</source>
            <translation>Productos Sentinel-2 y elementos STAC (MTD_*.xml *.zip *.json);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Name a Sentinel-2 product or a STAC item.</source>
            <translation>Indique un producto Sentinel-2 o un elemento STAC.</translation>
        </message>
        <message>
            <source>Bands (empty: B02,B03,B04,B08)</source>
            <translation>Bandas (vacío: B02,B03,B04,B08)</translation>
        </message>
        <message>
            <source>Resolution (m)</source>
            <translation>Resolución (m)</translation>
        </message>
        <message>
            <source>Extent (empty: the whole product)</source>
            <translation>Extensión (vacío: todo el producto)</translation>
        </message>
        <message>
            <source>Observed</source>
            <translation>Observado</translation>
        </message>
        <message>
            <source>{scenes}, {dates}: {width} x {height} pixels of {gsd:.3g} m, bands {bands}.</source>
            <translation>{scenes}, {dates}: {width} x {height} píxeles de {gsd:.3g} m, bandas {bands}.</translation>
        </message>
        <message>
            <source>{:.1f} % of the extent was observed.</source>
            <translation>Se observó el {:.1f} % de la extensión.</translation>
        </message>
        <message>
            <source>Areas, accuracy and change</source>
            <translation>Áreas, exactitud y cambios</translation>
        </message>
        <message>
            <source>What was observed cannot be saved for the engine: {}</source>
            <translation>No se puede guardar para el motor lo que se observó: {}</translation>
        </message>
        <message>
            <source>The layer cannot be opened: {}</source>
            <translation>No se puede abrir la capa: {}</translation>
        </message>
        <message>
            <source>area,accuracy,change,report</source>
            <translation>área,exactitud,cambio,informe</translation>
        </message>
        <message>
            <source>The class raster '{}' is no raster file. Save it as a GeoTIFF first.</source>
            <translation>El ráster de clases '{}' no es un archivo ráster. Guárdelo primero como GeoTIFF.</translation>
        </message>
        <message>
            <source>Draw sample points</source>
            <translation>Generar puntos de muestreo</translation>
        </message>
        <message>
            <source>&lt;p&gt;Draws random points in each class of a map, for a person to label from imagery. With the labels, &lt;i&gt;Assess accuracy&lt;/i&gt; tells how good the map is and corrects its areas.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Map&lt;/b&gt;: sectors or a class raster. Ground that was observed and is not mapped is a class too; ground that was not observed gets no point. &lt;b&gt;Points&lt;/b&gt;: how many; 0 takes as many as a standard error of 0.01 needs. &lt;b&gt;Allocation&lt;/b&gt;: &lt;i&gt;olofsson&lt;/i&gt; gives rare classes 50 points and the others the rest in proportion to their area; &lt;i&gt;neyman&lt;/i&gt; gives more to classes in which errors are likely. &lt;b&gt;Seed&lt;/b&gt;: the same seed gives the same points.&lt;/p&gt;&lt;p&gt;The points do not tell the class of the map, so that nobody is led by it. Labels go into the field &lt;i&gt;label&lt;/i&gt; as class keys (op, wr, other ...) or &lt;i&gt;unknown&lt;/i&gt;; a second person uses &lt;i&gt;checked_label&lt;/i&gt;. The order is by lot: a part of the points is a sample too.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Genera puntos aleatorios en cada clase de un mapa, para que una persona los etiquete a partir de imágenes. Con las etiquetas, &lt;i&gt;Evaluar la exactitud&lt;/i&gt; indica qué tan bueno es el mapa y corrige sus áreas.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Mapa&lt;/b&gt;: sectores o un ráster de clases. El terreno observado y no cartografiado también es una clase; el terreno no observado no recibe puntos. &lt;b&gt;Puntos&lt;/b&gt;: cuántos; 0 usa los que requiere un error estándar de 0.01. &lt;b&gt;Asignación&lt;/b&gt;: &lt;i&gt;olofsson&lt;/i&gt; da 50 puntos a las clases raras y el resto a las demás en proporción a su área; &lt;i&gt;neyman&lt;/i&gt; da más a las clases en que son probables los errores. &lt;b&gt;Semilla&lt;/b&gt;: la misma semilla da los mismos puntos.&lt;/p&gt;&lt;p&gt;Los puntos no revelan la clase del mapa, para que nadie se deje llevar por ella. Las etiquetas van en el campo &lt;i&gt;label&lt;/i&gt; como claves de clase (op, wr, other ...) o &lt;i&gt;unknown&lt;/i&gt;; una segunda persona usa &lt;i&gt;checked_label&lt;/i&gt;. El orden es al azar: una parte de los puntos también es una muestra.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Draws random points in each class of a map, for a person to label.</source>
            <translation>Genera puntos aleatorios en cada clase de un mapa, para que una persona los etiquete.</translation>
        </message>
        <message>
            <source>Points (0: as many as are needed)</source>
            <translation>Puntos (0: los que sean necesarios)</translation>
        </message>
        <message>
            <source>Allocation</source>
            <translation>Asignación</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Semilla</translation>
        </message>
        <message>
            <source>Sample points</source>
            <translation>Puntos de muestreo</translation>
        </message>
        <message>
            <source>{}: {} points, {:.1f} % of the area</source>
            <translation>{}: {} puntos, {:.1f} % del área</translation>
        </message>
        <message>
            <source>Search Sentinel-2 scenes</source>
            <translation>Buscar escenas de Sentinel-2</translation>
        </message>
        <message>
            <source>Searches a catalogue for Sentinel-2 scenes of a place and time.</source>
            <translation>Busca en un catálogo escenas de Sentinel-2 de un lugar y un periodo.</translation>
        </message>
        <message>
            <source>&lt;p&gt;Searches a catalogue and returns the footprints of the scenes. The field &lt;i&gt;item&lt;/i&gt; of a scene is what 'Load Sentinel-2' takes as its product.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Catalogue&lt;/b&gt;: {} or the URL of any STAC API. &lt;b&gt;Dates&lt;/b&gt;: as 2024-03-14, both included. &lt;b&gt;Maximum cloud&lt;/b&gt;: of the whole scene, as the catalogue states it. &lt;b&gt;Clear share&lt;/b&gt;: looks into the scene classification of each scene for how much of the extent is really clear; that reads a little of each scene.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Busca en un catálogo y devuelve las huellas de las escenas. El campo &lt;i&gt;item&lt;/i&gt; de una escena es lo que 'Cargar Sentinel-2' recibe como producto.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Catálogo&lt;/b&gt;: {} o la URL de cualquier API STAC. &lt;b&gt;Fechas&lt;/b&gt;: como 2024-03-14, ambas incluidas. &lt;b&gt;Nubosidad máxima&lt;/b&gt;: de toda la escena, según el catálogo. &lt;b&gt;Proporción despejada&lt;/b&gt;: mira en la clasificación de cada escena qué parte de la extensión está realmente despejada; para ello lee un poco de cada escena.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Catalogue (name or URL)</source>
            <translation>Catálogo (nombre o URL)</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Extensión</translation>
        </message>
        <message>
            <source>First date</source>
            <translation>Primera fecha</translation>
        </message>
        <message>
            <source>Last date</source>
            <translation>Última fecha</translation>
        </message>
        <message>
            <source>Maximum cloud (%)</source>
            <translation>Nubosidad máxima (%)</translation>
        </message>
        <message>
            <source>Most scenes</source>
            <translation>Máximo de escenas</translation>
        </message>
        <message>
            <source>Clear share of the extent</source>
            <translation>Proporción despejada de la extensión</translation>
        </message>
        <message>
            <source>Scenes</source>
            <translation>Escenas</translation>
        </message>
        <message>
            <source>The extent is empty. Zoom to the place or draw a rectangle.</source>
            <translation>La extensión está vacía. Acerque el mapa al lugar o dibuje un rectángulo.</translation>
        </message>
        <message>
            <source>{} scenes.</source>
            <translation>{} escenas.</translation>
        </message>
        <message>
            <source>'{}' is no date. Write it as 2024-03-14.</source>
            <translation>'{}' no es una fecha. Escríbala como 2024-03-14.</translation>
        </message>
        <message>
            <source>'{}' is no catalogue. Choose one of {}, or give the URL of a STAC API.</source>
            <translation>'{}' no es un catálogo. Elija uno de {} o indique la URL de una API STAC.</translation>
        </message>
        <message>
            <source>The scenes cannot be written: {}</source>
            <translation>No se pueden escribir las escenas: {}</translation>
        </message>
        <message>
            <source>Write site report</source>
            <translation>Escribir informe de sitios</translation>
        </message>
        <message>
            <source>&lt;p&gt;Writes a report on the sites of a layer: maps, areas by class, tailings facilities, imagery, method, limits, who drew and who reviewed, and where each figure comes from.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Image&lt;/b&gt;: lies behind the maps. &lt;b&gt;Earlier sectors&lt;/b&gt;: what changed since then is told. &lt;b&gt;Report&lt;/b&gt;: .html is one page that needs no other file and reads well on a screen, by a screen reader and printed; .pdf is the same on A4. &lt;b&gt;Table&lt;/b&gt;: every area as CSV.&lt;/p&gt;&lt;p&gt;Artisanal sites are counted by binned area only. The same input gives the same content hash.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Escribe un informe sobre los sitios de una capa: mapas, áreas por clase, depósitos de relaves, imágenes, método, límites, quién dibujó y quién revisó, y de dónde viene cada cifra.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Imagen&lt;/b&gt;: queda detrás de los mapas. &lt;b&gt;Sectores anteriores&lt;/b&gt;: se informa de lo que ha cambiado desde entonces. &lt;b&gt;Informe&lt;/b&gt;: .html es una sola página que no necesita otros archivos y se lee bien en pantalla, con un lector de pantalla e impresa; .pdf es lo mismo en A4. &lt;b&gt;Tabla&lt;/b&gt;: todas las áreas como CSV.&lt;/p&gt;&lt;p&gt;Los sitios artesanales se cuentan solo por rangos de área. La misma entrada da el mismo hash de contenido.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Writes a report on sites with maps, areas, change and method.</source>
            <translation>Escribe un informe sobre sitios con mapas, áreas, cambios y método.</translation>
        </message>
        <message>
            <source>Web pages (*.html);;PDF files (*.pdf)</source>
            <translation>Páginas web (*.html);;Archivos PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Earlier sectors</source>
            <translation>Sectores anteriores</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Informe</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabla</translation>
        </message>
        <message>
            <source>{} sites, {} sectors in {}</source>
            <translation>{} sitios, {} sectores en {}</translation>
        </message>
        <message>
            <source>Content SHA-256 {}</source>
            <translation>SHA-256 del contenido {}</translation>
        </message>
        <message>
            <source>The image '{}' is no raster file. Save it as a GeoTIFF first.</source>
            <translation>La imagen '{}' no es un archivo ráster. Guárdela primero como GeoTIFF.</translation>
        </message>
        <message>
            <source>Spectral index</source>
            <translation>Índice espectral</translation>
        </message>
        <message>
            <source>Computes a spectral index such as NDVI from the reflectance of an image.</source>
            <translation>Calcula un índice espectral como NDVI a partir de la reflectancia de una imagen.</translation>
        </message>
        <message>
            <source>&lt;p&gt;Computes a spectral index from reflectance, never from raw numbers: scale and offset of the image are applied first. Ground that was not observed stays empty.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Index&lt;/b&gt;: by its usual abbreviation, such as {}. &lt;b&gt;Sectors&lt;/b&gt;: polygons for a table of the index by sector, which is written beside the result as .csv.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Calcula un índice espectral a partir de la reflectancia, nunca de los números sin procesar: antes se aplican la escala y el desplazamiento de la imagen. El terreno no observado queda vacío.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Índice&lt;/b&gt;: con su abreviatura habitual, como {}. &lt;b&gt;Sectores&lt;/b&gt;: polígonos para una tabla del índice por sector, que se escribe junto al resultado como .csv.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Index</source>
            <translation>Índice</translation>
        </message>
        <message>
            <source>Sectors, for a table</source>
            <translation>Sectores, para una tabla</translation>
        </message>
        <message>
            <source>Index raster</source>
            <translation>Ráster del índice</translation>
        </message>
        <message>
            <source>Table by sector</source>
            <translation>Tabla por sector</translation>
        </message>
        <message>
            <source>'{}' is no raster file with bands. Save it as a GeoTIFF first.</source>
            <translation>'{}' no es un archivo ráster con bandas. Guárdelo primero como GeoTIFF.</translation>
        </message>
        <message>
            <source>Export training chips</source>
            <translation>Exportar recortes de entrenamiento</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelos</translation>
        </message>
        <message>
            <source>&lt;p&gt;Cuts an image and the sectors that were drawn or reviewed on it into chips and masks, from which a model can learn.&lt;/p&gt;&lt;p&gt;The folder gets &lt;i&gt;train&lt;/i&gt;, &lt;i&gt;val&lt;/i&gt; and &lt;i&gt;test&lt;/i&gt;, each with &lt;i&gt;img&lt;/i&gt; and &lt;i&gt;msk&lt;/i&gt;. Chips keep the image's pixels; masks hold the LAMES codes 0 to 9. &lt;i&gt;index.csv&lt;/i&gt; says where each chip lies, &lt;i&gt;remap.json&lt;/i&gt; which output of a network stands for which code.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Split&lt;/b&gt;: shares of train, val and test. Whole sites (field &lt;i&gt;site_id&lt;/i&gt;, else cells of one degree) go to one part, and no pixel is in two parts. Chips of which a part was not observed are left out: a mask cannot say that nobody knows. Rejected sectors do not count; to leave out more, filter the layer.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Corta una imagen y los sectores que se dibujaron o revisaron en ella en recortes y máscaras con los que un modelo puede aprender.&lt;/p&gt;&lt;p&gt;La carpeta recibe &lt;i&gt;train&lt;/i&gt;, &lt;i&gt;val&lt;/i&gt; y &lt;i&gt;test&lt;/i&gt;, cada una con &lt;i&gt;img&lt;/i&gt; y &lt;i&gt;msk&lt;/i&gt;. Los recortes conservan los píxeles de la imagen; las máscaras contienen los códigos LAMES de 0 a 9. &lt;i&gt;index.csv&lt;/i&gt; indica dónde está cada recorte; &lt;i&gt;remap.json&lt;/i&gt;, qué salida de una red corresponde a qué código.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Reparto&lt;/b&gt;: proporciones de train, val y test. Cada sitio completo (campo &lt;i&gt;site_id&lt;/i&gt; o, si falta, celdas de un grado) va a una sola parte y ningún píxel está en dos partes. Se omiten los recortes de los que una parte no se observó: una máscara no puede decir que nadie lo sabe. Los sectores rechazados no cuentan; para omitir más, filtre la capa.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Cuts an image and its sectors into chips and masks from which a model can learn.</source>
            <translation>Corta una imagen y sus sectores en recortes y máscaras con los que un modelo puede aprender.</translation>
        </message>
        <message>
            <source>Size of a chip (pixels)</source>
            <translation>Tamaño del recorte (píxeles)</translation>
        </message>
        <message>
            <source>Overlap of chips (per cent)</source>
            <translation>Solape de recortes (por ciento)</translation>
        </message>
        <message>
            <source>Split: train, val, test</source>
            <translation>Reparto: train, val, test</translation>
        </message>
        <message>
            <source>Folder of chips</source>
            <translation>Carpeta de recortes</translation>
        </message>
        <message>
            <source>{}: {} chips, {} sites</source>
            <translation>{}: {} recortes, {} sitios</translation>
        </message>
        <message>
            <source>Left out, not observed all over: {}</source>
            <translation>Omitidos, no observados por completo: {}</translation>
        </message>
        <message>
            <source>Left out, shared with another part: {}</source>
            <translation>Omitidos, compartidos con otra parte: {}</translation>
        </message>
        <message>
            <source>The split '{}' cannot be read. Write three shares such as 70 15 15.</source>
            <translation>No se puede leer el reparto '{}'. Escriba tres proporciones, por ejemplo 70 15 15.</translation>
        </message>
        <message>
            <source>Validate annotations</source>
            <translation>Validar anotaciones</translation>
        </message>
        <message>
            <source>&lt;p&gt;Looks for what is wrong with sectors: outlines that cross themselves, overlaps above 1 m², gaps and parts below 25 m², names and identities used twice, missing or impossible dates, unknown classes, sizes that do not fit the class, approvals without evidence, sectors outside the observed ground.&lt;/p&gt;&lt;p&gt;Each issue has a point to zoom to, a sentence, and what would mend it; &lt;i&gt;is_safe&lt;/i&gt; is 1 where nothing that a person meant can be lost by that. Nothing is changed.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Busca problemas en los sectores: contornos que se cruzan a sí mismos, solapes de más de 1 m², huecos y partes de menos de 25 m², nombres e identificadores repetidos, fechas ausentes o imposibles, clases desconocidas, tamaños que no corresponden a la clase, aprobaciones sin evidencia, sectores fuera del terreno observado.&lt;/p&gt;&lt;p&gt;Cada problema tiene un punto al que acercarse, una frase y lo que lo corregiría; &lt;i&gt;is_safe&lt;/i&gt; es 1 cuando con ello no se puede perder nada que una persona haya querido. No se cambia nada.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Lists what is wrong with sectors, where, and what would mend it.</source>
            <translation>Enumera los problemas de los sectores, dónde están y qué los corregiría.</translation>
        </message>
        <message>
            <source>'{}' is no band choice. Write role=index, for example red=4,green=3,blue=2.</source>
            <translation>'{}' no es una elección de bandas. Escriba función=índice, por ejemplo red=4,green=3,blue=2.</translation>
        </message>
        <message>
            <source>The band role '{}' is given twice.</source>
            <translation>La función de banda '{}' aparece dos veces.</translation>
        </message>
        <message>
            <source>Earth Search (open data on AWS)</source>
            <translation>Earth Search (datos abiertos en AWS)</translation>
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
            <translation>La autenticación '{}' ya no está en la configuración de autenticación de QGIS. Elija otra.</translation>
        </message>
        <message>
            <source>QGIS's login '{}' gives no HTTP header. Unlock it with your master password, or use one of the kinds Basic, OAuth2 or API header.</source>
            <translation>La autenticación '{}' de QGIS no proporciona una cabecera HTTP. Desbloquéela con su contraseña maestra o use uno de los tipos Basic, OAuth2 o API header.</translation>
        </message>
        <message>
            <source>'{}' is no address of a catalogue. It begins with https://.</source>
            <translation>'{}' no es la dirección de un catálogo. Debe comenzar por https://.</translation>
        </message>
        <message>
            <source>no source with a date</source>
            <translation>no hay fuente con fecha</translation>
        </message>
        <message>
            <source>it is too long</source>
            <translation>es demasiado largo</translation>
        </message>
        <message>
            <source>Ask when {} was taken</source>
            <translation>Preguntar cuándo se tomó {}</translation>
        </message>
        <message>
            <source>The service behind '{layer}' does not say when its picture was taken ({why}). Enter the date.</source>
            <translation>El servicio de '{layer}' no dice cuándo se tomó su imagen ({why}). Introduzca la fecha.</translation>
        </message>
        <message>
            <source>The log no longer has the shape of this sector.</source>
            <translation>El registro ya no tiene la forma de este sector.</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Edición</translation>
        </message>
        <message>
            <source>The edit could not be saved in '{}' yet. It is kept and saved with the next one: {}</source>
            <translation>La edición aún no se pudo guardar en '{}'. Se conserva y se guardará con la siguiente: {}</translation>
        </message>
        <message>
            <source>The sectors were changed since they were checked. Check again.</source>
            <translation>Los sectores han cambiado desde que se comprobaron. Compruébelos de nuevo.</translation>
        </message>
        <message>
            <source>Nothing of the sector would be left. Mend it by hand.</source>
            <translation>No quedaría nada del sector. Corríjalo a mano.</translation>
        </message>
        <message>
            <source>The sector is no longer in this layer.</source>
            <translation>El sector ya no está en esta capa.</translation>
        </message>
        <message>
            <source>The log no longer has this shape. Choose another act.</source>
            <translation>El registro ya no tiene esta forma. Elija otra acción.</translation>
        </message>
        <message>
            <source>The sector has this shape now.</source>
            <translation>El sector ya tiene esta forma.</translation>
        </message>
        <message>
            <source>Keep the ground that the outline encloses.</source>
            <translation>Conservar el terreno que encierra el contorno.</translation>
        </message>
        <message>
            <source>Make each part a sector of its own, with the same attributes.</source>
            <translation>Hacer de cada parte un sector propio, con los mismos atributos.</translation>
        </message>
        <message>
            <source>Drop the parts below 25 m².</source>
            <translation>Descartar las partes de menos de 25 m².</translation>
        </message>
        <message>
            <source>Fill the holes below 25 m².</source>
            <translation>Rellenar los agujeros de menos de 25 m².</translation>
        </message>
        <message>
            <source>Cut the shared ground out of the larger sector.</source>
            <translation>Recortar del sector mayor el terreno compartido.</translation>
        </message>
        <message>
            <source>Give the gap to the neighbour that shares most border with it.</source>
            <translation>Dar el hueco al vecino que comparte más borde con él.</translation>
        </message>
        <message>
            <source>Set class_key to what belongs to the class.</source>
            <translation>Poner en class_key lo que corresponde a la clase.</translation>
        </message>
        <message>
            <source>Calculate the area anew.</source>
            <translation>Calcular el área de nuevo.</translation>
        </message>
        <message>
            <source>Write the date as it was probably meant.</source>
            <translation>Escribir la fecha como probablemente se quiso.</translation>
        </message>
        <message>
            <source>Write the second date as it was probably meant.</source>
            <translation>Escribir la segunda fecha como probablemente se quiso.</translation>
        </message>
        <message>
            <source>Number the later ones.</source>
            <translation>Numerar los posteriores.</translation>
        </message>
        <message>
            <source>Give the later ones an identity of their own.</source>
            <translation>Dar a los posteriores un identificador propio.</translation>
        </message>
        <message>
            <source>The sectors were changed since you looked at this. Look again.</source>
            <translation>Los sectores han cambiado desde que usted miró esto. Mírelo de nuevo.</translation>
        </message>
        <message>
            <source>The layer was removed while it was being edited.</source>
            <translation>La capa se quitó mientras se editaba.</translation>
        </message>
        <message>
            <source>The edit before this one is still being saved.</source>
            <translation>La edición anterior a esta aún se está guardando.</translation>
        </message>
        <message>
            <source>Class {}</source>
            <translation>Clase {}</translation>
        </message>
        <message>
            <source>State {}</source>
            <translation>Estado {}</translation>
        </message>
        <message>
            <source>These fields are not edited by hand: {}</source>
            <translation>Estos campos no se editan a mano: {}</translation>
        </message>
        <message>
            <source>'{}' cannot be edited: it is read-only.</source>
            <translation>'{}' no se puede editar: es de solo lectura.</translation>
        </message>
        <message>
            <source>The edit could not be saved in '{}' and was taken back: {}</source>
            <translation>La edición no se pudo guardar en '{}' y se deshizo: {}</translation>
        </message>
        <message>
            <source>'{}' cannot be taken back: the sectors were changed by someone else since.</source>
            <translation>'{}' no se puede deshacer: otra persona ha cambiado los sectores desde entonces.</translation>
        </message>
        <message>
            <source>'{}' does not take the edit.</source>
            <translation>'{}' no admite la edición.</translation>
        </message>
        <message>
            <source>'{}' cannot be saved for the export: {}</source>
            <translation>'{}' no se puede guardar para la exportación: {}</translation>
        </message>
        <message>
            <source>'{}' has no polygons. Choose a polygon layer.</source>
            <translation>'{}' no tiene polígonos. Elija una capa de polígonos.</translation>
        </message>
        <message>
            <source>No polygon of '{}' is selected. Select one or more.</source>
            <translation>No hay ningún polígono de '{}' seleccionado. Seleccione uno o más.</translation>
        </message>
        <message>
            <source>The selected polygons of '{}' enclose no area.</source>
            <translation>Los polígonos seleccionados de '{}' no encierran ninguna área.</translation>
        </message>
        <message>
            <source>The extent cannot be transformed to the CRS of the image ({}).</source>
            <translation>La extensión no se puede transformar al SRC de la imagen ({}).</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Image date</source>
            <translation>Fecha de la imagen</translation>
        </message>
        <message>
            <source>Second image date</source>
            <translation>Fecha de la segunda imagen</translation>
        </message>
        <message>
            <source>Agency (image source)</source>
            <translation>Agencia (fuente de la imagen)</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Sitio</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Comentario</translation>
        </message>
        <message>
            <source>nothing but the shapes</source>
            <translation>solo las formas</translation>
        </message>
        <message>
            <source>without a class: {}</source>
            <translation>sin clase: {}</translation>
        </message>
        <message>
            <source>The disk of {} is full. Free some space.</source>
            <translation>El disco de {} está lleno. Libere espacio.</translation>
        </message>
        <message>
            <source>{} is being written by another program. Try again when it is done.</source>
            <translation>Otro programa está escribiendo {}. Inténtelo de nuevo cuando termine.</translation>
        </message>
        <message>
            <source>Image source</source>
            <translation>Fuente de la imagen</translation>
        </message>
        <message>
            <source>Identifier</source>
            <translation>Identificador</translation>
        </message>
        <message>
            <source>Class key</source>
            <translation>Clave de la clase</translation>
        </message>
        <message>
            <source>Review state</source>
            <translation>Estado de revisión</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Confianza</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>Área (m²)</translation>
        </message>
        <message>
            <source>Drawn by</source>
            <translation>Dibujado por</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Ejecución</translation>
        </message>
        <message>
            <source>Scene</source>
            <translation>Escena</translation>
        </message>
        <message>
            <source>Ground sampling distance (m)</source>
            <translation>Distancia de muestreo en el terreno (m)</translation>
        </message>
        <message>
            <source>Observed at</source>
            <translation>Observado el</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>Editor</translation>
        </message>
        <message>
            <source>Edited at</source>
            <translation>Editado el</translation>
        </message>
        <message>
            <source>Reviewer</source>
            <translation>Revisor</translation>
        </message>
        <message>
            <source>Reviewed at</source>
            <translation>Revisado el</translation>
        </message>
        <message>
            <source>Sector</source>
            <translation>Sector</translation>
        </message>
        <message>
            <source>Provenance</source>
            <translation>Procedencia</translation>
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
            <translation>una fecha como 2024-03-14, o vacío</translation>
        </message>
        <message>
            <source>Go back to the list of sectors first (Escape).</source>
            <translation>Vuelva antes a la lista de sectores (Escape).</translation>
        </message>
        <message>
            <source>Not saved yet: press Enter to try again. Another program is writing {}; what you drew stays on the map.</source>
            <translation>Aún no guardado: pulse Intro para volver a intentarlo. Otro programa está escribiendo en {}; lo que dibujó sigue en el mapa.</translation>
        </message>
        <message>
            <source>The map shows no image where you clicked. Add the image, or switch its layer on.</source>
            <translation>El mapa no muestra ninguna imagen donde hizo clic. Añada la imagen o active su capa.</translation>
        </message>
        <message>
            <source>Magic select reads image files, and '{}' comes from a service or a database. Load the scene in the Imagery dock, or export the layer to a GeoTIFF.</source>
            <translation>La selección mágica lee archivos de imagen y '{}' procede de un servicio o una base de datos. Cargue la escena en el panel Imágenes o exporte la capa a un GeoTIFF.</translation>
        </message>
        <message>
            <source>The last date lies before the first one.</source>
            <translation>La última fecha es anterior a la primera.</translation>
        </message>
        <message>
            <source>The layer '{}' cannot be opened. Check its source in the layer properties.</source>
            <translation>No se puede abrir la capa '{}'. Compruebe su fuente en las propiedades de la capa.</translation>
        </message>
        <message>
            <source>The layer '{}' is no file that the engine can open.</source>
            <translation>La capa '{}' no es un archivo que el motor pueda abrir.</translation>
        </message>
        <message>
            <source>Outline crosses itself</source>
            <translation>El contorno se cruza a sí mismo</translation>
        </message>
        <message>
            <source>Several parts</source>
            <translation>Varias partes</translation>
        </message>
        <message>
            <source>Smaller than 25 m²</source>
            <translation>Menor de 25 m²</translation>
        </message>
        <message>
            <source>Part smaller than 25 m²</source>
            <translation>Parte menor de 25 m²</translation>
        </message>
        <message>
            <source>Hole smaller than 25 m²</source>
            <translation>Agujero menor de 25 m²</translation>
        </message>
        <message>
            <source>Overlap</source>
            <translation>Solape</translation>
        </message>
        <message>
            <source>Gap between neighbours</source>
            <translation>Hueco entre vecinos</translation>
        </message>
        <message>
            <source>Outside the observed ground</source>
            <translation>Fuera del terreno observado</translation>
        </message>
        <message>
            <source>Mostly outside the site's footprint</source>
            <translation>En su mayor parte fuera de la huella del sitio</translation>
        </message>
        <message>
            <source>No LAMES class</source>
            <translation>Sin clase LAMES</translation>
        </message>
        <message>
            <source>Class other</source>
            <translation>Clase otro</translation>
        </message>
        <message>
            <source>Class and class_key differ</source>
            <translation>La clase y class_key difieren</translation>
        </message>
        <message>
            <source>Class of a whole site</source>
            <translation>Clase de un sitio entero</translation>
        </message>
        <message>
            <source>No valid image date</source>
            <translation>Fecha de la imagen no válida</translation>
        </message>
        <message>
            <source>No valid second image date</source>
            <translation>Fecha de la segunda imagen no válida</translation>
        </message>
        <message>
            <source>Image date is missing</source>
            <translation>Falta la fecha de la imagen</translation>
        </message>
        <message>
            <source>Image source is missing</source>
            <translation>Falta la fuente de la imagen</translation>
        </message>
        <message>
            <source>Two image sources, one date</source>
            <translation>Dos fuentes de imagen, una fecha</translation>
        </message>
        <message>
            <source>Name and site differ</source>
            <translation>El nombre y el sitio difieren</translation>
        </message>
        <message>
            <source>Name used more than once</source>
            <translation>Nombre usado más de una vez</translation>
        </message>
        <message>
            <source>Identity used more than once</source>
            <translation>Identificador usado más de una vez</translation>
        </message>
        <message>
            <source>Unknown review state</source>
            <translation>Estado de revisión desconocido</translation>
        </message>
        <message>
            <source>Approved without date, source or reviewer</source>
            <translation>Aprobado sin fecha, fuente o revisor</translation>
        </message>
        <message>
            <source>Rejected without a reason</source>
            <translation>Rechazado sin motivo</translation>
        </message>
        <message>
            <source>Area does not fit the shape</source>
            <translation>El área no corresponde a la forma</translation>
        </message>
        <message>
            <source>Unusual size for its class</source>
            <translation>Tamaño inusual para su clase</translation>
        </message>
        <message>
            <source>No usable geometry</source>
            <translation>Sin geometría utilizable</translation>
        </message>
        <message>
            <source>Outline was not closed</source>
            <translation>El contorno no estaba cerrado</translation>
        </message>
        <message>
            <source>Lines or points beside the polygon</source>
            <translation>Líneas o puntos junto al polígono</translation>
        </message>
        <message>
            <source>Site without footprint</source>
            <translation>Sitio sin huella</translation>
        </message>
        <message>
            <source>Site without metadata</source>
            <translation>Sitio sin metadatos</translation>
        </message>
        <message>
            <source>Metadata without sectors</source>
            <translation>Metadatos sin sectores</translation>
        </message>
        <message>
            <source>Position with 60 minutes or more</source>
            <translation>Posición con 60 minutos o más</translation>
        </message>
        <message>
            <source>Position without east or west</source>
            <translation>Posición sin este u oeste</translation>
        </message>
        <message>
            <source>Figures counted up by a spreadsheet</source>
            <translation>Cifras incrementadas por una hoja de cálculo</translation>
        </message>
        <message>
            <source>Something unexpected happened: {}. The log has the details.</source>
            <translation>Ocurrió algo inesperado: {}. El registro tiene los detalles.</translation>
        </message>
        <message>
            <source>{} is no longer there. Put it back, or open another project file.</source>
            <translation>{} ya no está. Vuelva a ponerlo en su sitio o abra otro archivo de proyecto.</translation>
        </message>
        <message>
            <source>{} was replaced by another file while it was open, and nothing was written into it. Remove its layers from the map, then open it again.</source>
            <translation>{} fue sustituido por otro archivo mientras estaba abierto, y no se escribió nada en él. Quite sus capas del mapa y vuelva a abrirlo.</translation>
        </message>
        <message>
            <source>Build overviews of {}</source>
            <translation>Generar pirámides de {}</translation>
        </message>
        <message>
            <source>Overviews of {path} could not be built ({problem}). Check that its folder can be written.</source>
            <translation>No se pudieron generar las pirámides de {path} ({problem}). Compruebe que se puede escribir en su carpeta.</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Borrar</translation>
        </message>
        <message>
            <source>Nothing would change here.</source>
            <translation>Aquí no cambiaría nada.</translation>
        </message>
        <message>
            <source>Paint {}</source>
            <translation>Pintar {}</translation>
        </message>
        <message>
            <source>There is no sector to erase here.</source>
            <translation>Aquí no hay ningún sector que borrar.</translation>
        </message>
        <message>
            <source>This ground belongs to the class already.</source>
            <translation>Este terreno ya pertenece a la clase.</translation>
        </message>
        <message>
            <source>Sectors in review, approved or published keep their ground. Select the sector first if you mean it.</source>
            <translation>Los sectores en revisión, aprobados o publicados conservan su terreno. Si quiere cambiarlo, seleccione antes el sector.</translation>
        </message>
        <message>
            <source>Magic select {}</source>
            <translation>Selección mágica: {}</translation>
        </message>
        <message>
            <source>The picture could not be written to {}.</source>
            <translation>No se pudo escribir la imagen en {}.</translation>
        </message>
        <message>
            <source>The extent needs a copy of {} x {} pixels, more than {} million. Choose a smaller extent.</source>
            <translation>La extensión requiere una copia de {} x {} píxeles, más de {} millones. Elija una extensión menor.</translation>
        </message>
        <message>
            <source>The extent needs a picture of {} x {} pixels at {:.3g} m, more than {} million. Choose a smaller extent.</source>
            <translation>La extensión requiere una imagen de {} x {} píxeles a {:.3g} m, más de {} millones. Elija una extensión menor.</translation>
        </message>
        <message>
            <source>The extent has no size on the ground in {}.</source>
            <translation>La extensión no tiene tamaño en el terreno en {}.</translation>
        </message>
        <message>
            <source>The extent does not meet '{}'.</source>
            <translation>La extensión no toca '{}'.</translation>
        </message>
        <message>
            <source>{} exists already.</source>
            <translation>{} ya existe.</translation>
        </message>
        <message>
            <source>The detection has written no project file.</source>
            <translation>La detección no escribió ningún archivo de proyecto.</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>Clases</translation>
        </message>
        <message>
            <source>LAMES sector classes</source>
            <translation>Clases de sectores LAMES</translation>
        </message>
        <message>
            <source>Mining Monitor - {}</source>
            <translation>Mining Monitor - {}</translation>
        </message>
        <message>
            <source>{} has no sectors: it is no project of Mining Monitor.</source>
            <translation>{} no tiene sectores: no es un proyecto de Mining Monitor.</translation>
        </message>
        <message>
            <source>QGIS does not take the layer '{}'.</source>
            <translation>QGIS no admite la capa '{}'.</translation>
        </message>
        <message>
            <source>Mining Monitor</source>
            <translation>Mining Monitor</translation>
        </message>
        <message>
            <source>'{}' delivered no picture here{}. Check the connection and the extent.</source>
            <translation>'{}' no entregó ninguna imagen aquí{}. Compruebe la conexión y la extensión.</translation>
        </message>
        <message>
            <source>The layer '{}' cannot be copied.</source>
            <translation>No se puede copiar la capa '{}'.</translation>
        </message>
        <message>
            <source>A copy of '{}' could not be written to {}.</source>
            <translation>No se pudo escribir una copia de '{}' en {}.</translation>
        </message>
        <message>
            <source>'{}' is a map service without a resolution of its own, and the model names none.</source>
            <translation>'{}' es un servicio de mapas sin resolución propia y el modelo no indica ninguna.</translation>
        </message>
        <message>
            <source>Look at the values of {}</source>
            <translation>Examinar los valores de {}</translation>
        </message>
        <message>
            <source>'{}' lacks the bands for this.</source>
            <translation>A '{}' le faltan las bandas para esto.</translation>
        </message>
        <message>
            <source>'{}' has no values here to draw.</source>
            <translation>'{}' no tiene aquí valores que dibujar.</translation>
        </message>
        <message>
            <source>the file cannot be opened</source>
            <translation>no se puede abrir el archivo</translation>
        </message>
        <message>
            <source>a sector was rejected here before</source>
            <translation>aquí ya se rechazó un sector</translation>
        </message>
        <message>
            <source>Order of the review</source>
            <translation>Orden de la revisión</translation>
        </message>
        <message>
            <source>Decided.</source>
            <translation>Decidido.</translation>
        </message>
        <message>
            <source>nothing stands out</source>
            <translation>no destaca nada</translation>
        </message>
        <message>
            <source>the last map has {share:.0f} % of it as {title}</source>
            <translation>el último mapa tiene el {share:.0f} % como {title}</translation>
        </message>
        <message>
            <source>unusual size for its class ({area}; usual are {low:g} to {high:g} ha)</source>
            <translation>tamaño inusual para su clase ({area}; lo habitual es de {low:g} a {high:g} ha)</translation>
        </message>
        <message>
            <source>it has no class</source>
            <translation>no tiene clase</translation>
        </message>
        <message>
            <source>Needs you {score:.0f} of 100: {reasons}.</source>
            <translation>Requiere su atención: {score:.0f} de 100; {reasons}.</translation>
        </message>
        <message>
            <source>Skipped. {}</source>
            <translation>Omitido. {}</translation>
        </message>
        <message>
            <source>the model is unsure ({:.0f} %)</source>
            <translation>el modelo duda ({:.0f} %)</translation>
        </message>
        <message>
            <source>large ({})</source>
            <translation>grande ({})</translation>
        </message>
        <message>
            <source>A rejection needs a reason. Write it into the comment.</source>
            <translation>Un rechazo necesita un motivo. Escríbalo en el comentario.</translation>
        </message>
        <message>
            <source>image date</source>
            <translation>fecha de la imagen</translation>
        </message>
        <message>
            <source>image source</source>
            <translation>fuente de la imagen</translation>
        </message>
        <message>
            <source>A sector that is '{}' cannot become '{}'.</source>
            <translation>Un sector en estado '{}' no puede pasar a '{}'.</translation>
        </message>
        <message>
            <source>{} of {} sectors cannot be approved: they lack the {}.</source>
            <translation>{} de {} sectores no se pueden aprobar: les falta la {}.</translation>
        </message>
        <message>
            <source> and the </source>
            <translation> y la </translation>
        </message>
        <message>
            <source>is it open for editing, or has it been removed?</source>
            <translation>¿está abierto en edición o se ha eliminado?</translation>
        </message>
        <message>
            <source>is the file read-only?</source>
            <translation>¿es el archivo de solo lectura?</translation>
        </message>
        <message>
            <source>{} holds no points with a column '{}'. Choose a file of 'Draw sample points'.</source>
            <translation>{} no contiene puntos con una columna '{}'. Elija un archivo de 'Generar puntos de muestreo'.</translation>
        </message>
        <message>
            <source>{} is no sample. Choose the .gpkg or .geojson that 'Draw sample points' wrote.</source>
            <translation>{} no es una muestra. Elija el .gpkg o .geojson que escribió 'Generar puntos de muestreo'.</translation>
        </message>
        <message>
            <source>{} holds no points. Draw a sample first.</source>
            <translation>{} no contiene puntos. Genere antes una muestra.</translation>
        </message>
        <message>
            <source>The label of point {} was not saved in {}: {}</source>
            <translation>La etiqueta del punto {} no se guardó en {}: {}</translation>
        </message>
        <message>
            <source>{} cannot take labels: {}</source>
            <translation>{} no admite etiquetas: {}</translation>
        </message>
        <message>
            <source>There is no class {codes} (sector: {names}). Choose a class from 0 to 9, or press Z in the Annotation dock to take it back.</source>
            <translation>No existe la clase {codes} (sector: {names}). Elija una clase de 0 a 9, o pulse Z en el panel Anotación para deshacerlo.</translation>
        </message>
        <message>
            <source>QGIS ended before it had saved the last edit of its own tools (sectors: {}). The history says which; make it again.</source>
            <translation>QGIS se cerró antes de guardar la última edición hecha con sus propias herramientas (sectores: {}). El historial indica cuál fue; hágala de nuevo.</translation>
        </message>
        <message>
            <source>Sentinel-2</source>
            <translation>Sentinel-2</translation>
        </message>
        <message>
            <source>true colour</source>
            <translation>color verdadero</translation>
        </message>
        <message>
            <source>The image was loaded, but QGIS cannot open {}.</source>
            <translation>La imagen se cargó, pero QGIS no puede abrir {}.</translation>
        </message>
        <message>
            <source>The index was computed, but QGIS cannot open {}.</source>
            <translation>El índice se calculó, pero QGIS no puede abrir {}.</translation>
        </message>
        <message>
            <source>'{}' is no band of Sentinel-2. Write names such as B02,B03,B04,B08.</source>
            <translation>'{}' no es una banda de Sentinel-2. Escriba nombres como B02,B03,B04,B08.</translation>
        </message>
        <message>
            <source>The band {} is named twice.</source>
            <translation>La banda {} aparece dos veces.</translation>
        </message>
        <message>
            <source>'{layer}' has more than {limit} polygons. Select those that matter here.</source>
            <translation>'{layer}' tiene más de {limit} polígonos. Seleccione los que importan aquí.</translation>
        </message>
        <message>
            <source>The polygons of '{}' cannot be transformed to WGS 84.</source>
            <translation>Los polígonos de '{}' no se pueden transformar a WGS 84.</translation>
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
            <translation>{}: trazado manual</translation>
        </message>
        <message>
            <source>Mean score of the class over the polygon: {:.2f}</source>
            <translation>Puntuación media de la clase en el polígono: {:.2f}</translation>
        </message>
        <message>
            <source>The work could not be finished.</source>
            <translation>No se pudo terminar el trabajo.</translation>
        </message>
        <message>
            <source>Plugin and engine misunderstood each other. Please report this with the log.</source>
            <translation>El complemento y el motor no se entendieron. Informe de ello adjuntando el registro.</translation>
        </message>
        <message>
            <source>Plugin and engine have different versions. Set up the engine again.</source>
            <translation>El complemento y el motor tienen versiones distintas. Vuelva a instalar el motor.</translation>
        </message>
        <message>
            <source>The engine is not set up yet. Open the settings of Mining Monitor and set it up.</source>
            <translation>El motor aún no está instalado. Abra la configuración de Mining Monitor e instálelo.</translation>
        </message>
        <message>
            <source>The engine stopped unexpectedly. It starts again with the next request.</source>
            <translation>El motor se detuvo de forma inesperada. Se iniciará de nuevo con la próxima solicitud.</translation>
        </message>
        <message>
            <source>The engine could not be set up.</source>
            <translation>No se pudo instalar el motor.</translation>
        </message>
        <message>
            <source>The image cannot be opened or read.</source>
            <translation>No se puede abrir o leer la imagen.</translation>
        </message>
        <message>
            <source>The image has no coordinate reference system. Assign one in the layer properties.</source>
            <translation>La imagen no tiene sistema de referencia de coordenadas. Asígnele uno en las propiedades de la capa.</translation>
        </message>
        <message>
            <source>The image lacks bands that the model needs. Assign the bands under Options.</source>
            <translation>A la imagen le faltan bandas que el modelo necesita. Asigne las bandas en Opciones.</translation>
        </message>
        <message>
            <source>The extent does not meet the image. Choose another extent.</source>
            <translation>La extensión no toca la imagen. Elija otra extensión.</translation>
        </message>
        <message>
            <source>The model cannot be used.</source>
            <translation>No se puede usar el modelo.</translation>
        </message>
        <message>
            <source>The model's card is missing or wrong.</source>
            <translation>Falta la ficha del modelo o es incorrecta.</translation>
        </message>
        <message>
            <source>The model was not found. Choose another model.</source>
            <translation>No se encontró el modelo. Elija otro modelo.</translation>
        </message>
        <message>
            <source>The result could not be written. Nothing half-made was left.</source>
            <translation>No se pudo escribir el resultado. No quedó nada a medias.</translation>
        </message>
        <message>
            <source>The disk is full. Free some space; nothing half-made was left.</source>
            <translation>El disco está lleno. Libere espacio; no quedó nada a medias.</translation>
        </message>
        <message>
            <source>The annotations cannot be read as sectors.</source>
            <translation>Las anotaciones no se pueden leer como sectores.</translation>
        </message>
        <message>
            <source>A parameter is out of its range.</source>
            <translation>Un parámetro está fuera de su rango.</translation>
        </message>
        <message>
            <source>A host on the network did not answer as expected. Check the connection and try again.</source>
            <translation>Un servidor de la red no respondió como se esperaba. Compruebe la conexión e inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>The host asks for a sign-in. Choose an authentication for it and try again.</source>
            <translation>El servidor pide iniciar sesión. Elija una autenticación para él e inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>The catalogue or one of its items cannot be used.</source>
            <translation>No se puede usar el catálogo o uno de sus elementos.</translation>
        </message>
        <message>
            <source>{count} entries of the catalogue are no scenes that can be read; they were left out.</source>
            <translation>{count} entradas del catálogo no son escenas que se puedan leer; se omitieron.</translation>
        </message>
        <message>
            <source>The catalogue sent the same page again and again; the list may be incomplete.</source>
            <translation>El catálogo envió la misma página una y otra vez; la lista puede estar incompleta.</translation>
        </message>
        <message>
            <source>There may be more than these {count} scenes. Choose a shorter period or a smaller extent.</source>
            <translation>Puede haber más que estas {count} escenas. Elija un periodo más corto o una extensión menor.</translation>
        </message>
        <message>
            <source>'{image}' has {image_gsd_m:.3g} m on the ground and the model was made for {model_gsd_m:.3g} m. Small sectors will be missed; use finer imagery or a model for this distance.</source>
            <translation>'{image}' tiene {image_gsd_m:.3g} m en el terreno y el modelo se hizo para {model_gsd_m:.3g} m. Se pasarán por alto sectores pequeños; use imágenes más finas o un modelo para esta distancia.</translation>
        </message>
        <message>
            <source>'{image}' has 8-bit values; reflectance was taken as value / {divisor}, the true-colour rule. A model for reflectance does better on the original bands.</source>
            <translation>'{image}' tiene valores de 8 bits; la reflectancia se tomó como valor / {divisor}, la regla del color verdadero. Un modelo para reflectancia da mejores resultados con las bandas originales.</translation>
        </message>
        <message>
            <source>'{image}' has no scale tags; reflectance was taken as value / {divisor} without an offset. Sentinel-2 scenes of baseline 04.00 and later need -1,000 first.</source>
            <translation>'{image}' no tiene etiquetas de escala; la reflectancia se tomó como valor / {divisor} sin desplazamiento. Las escenas de Sentinel-2 con línea base 04.00 o posterior necesitan antes un desplazamiento de -1000.</translation>
        </message>
        <message>
            <source>The values of '{image}' do not look like reflectance: 1 % of them are above {p99:.4g}. Set scale tags on the image.</source>
            <translation>Los valores de '{image}' no parecen reflectancia: el 1 % está por encima de {p99:.4g}. Asigne etiquetas de escala a la imagen.</translation>
        </message>
        <message>
            <source>'{image}' has wide numbers that lie within 0 to 255; they were taken for 8-bit true colour as they are.</source>
            <translation>'{image}' usa números de más de 8 bits, pero sus valores van de 0 a 255; se tomaron tal cual como color verdadero de 8 bits.</translation>
        </message>
        <message>
            <source>'{image}' has {dtype} values; the model wants 8-bit true colour, so they were rendered as 255 x {gain} x reflectance, clipped to 0..255.</source>
            <translation>'{image}' tiene valores {dtype}; el modelo requiere color verdadero de 8 bits, por lo que se convirtieron en 255 x {gain} x reflectancia, recortados a 0..255.</translation>
        </message>
        <message>
            <source>'{image}' lies outside the region that '{model}' learned from: expect more errors.</source>
            <translation>'{image}' está fuera de la región de la que aprendió '{model}': espere más errores.</translation>
        </message>
        <message>
            <source>'{image}' has {image_gsd_m:.3g} m on the ground and '{model}' was made for {model_gsd_m:.3g} m: the image is averaged to that, and small sectors are lost. A model for finer imagery would see more.</source>
            <translation>'{image}' tiene {image_gsd_m:.3g} m en el terreno y '{model}' se hizo para {model_gsd_m:.3g} m: la imagen se promedia a ese tamaño y se pierden sectores pequeños. Un modelo para imágenes más finas vería más.</translation>
        </message>
        <message>
            <source>'{model}' is experimental: check everything that it draws.</source>
            <translation>'{model}' es experimental: compruebe todo lo que dibuja.</translation>
        </message>
        <message>
            <source>{model} found cloud or shadow on {percent:.1f} % of the image; that ground counts as not observed.</source>
            <translation>{model} encontró nubes o sombras en el {percent:.1f} % de la imagen; ese terreno cuenta como no observado.</translation>
        </message>
        <message>
            <source>What the mask '{mask}' of '{image}' hides (cloud, shadow and the like) counts as not observed.</source>
            <translation>Lo que oculta la máscara '{mask}' de '{image}' (nubes, sombras y similares) cuenta como no observado.</translation>
        </message>
        <message>
            <source>By the scene classes of '{image}' cloud, shadow and the like hide {percent:g} % of the extent; that ground counts as not observed.</source>
            <translation>Según las clases de escena de '{image}', nubes, sombras y similares ocultan el {percent:g} % de la extensión; ese terreno cuenta como no observado.</translation>
        </message>
        <message>
            <source>'{image}' was loaded with the mask '{mask}', which is no longer there: clouds count as ground. Put it beside the image again, or load the scene again.</source>
            <translation>'{image}' se cargó con la máscara '{mask}', que ya no existe: las nubes cuentan como terreno. Vuelva a ponerla junto a la imagen o cargue la escena de nuevo.</translation>
        </message>
        <message>
            <source>'{image}' was loaded without a mask: clouds count as ground. Load the scene again with one.</source>
            <translation>'{image}' se cargó sin máscara: las nubes cuentan como terreno. Cargue la escena de nuevo con una.</translation>
        </message>
        <message>
            <source>'{image}' was given another coordinate system than its file has, so its own mask does not lie on it: clouds count as ground.</source>
            <translation>A '{image}' se le asignó un sistema de coordenadas distinto del de su archivo, por lo que su propia máscara no coincide con ella: las nubes cuentan como terreno.</translation>
        </message>
        <message>
            <source>No cloud model suits '{image}', so clouds are not masked: ukis-csmask must be installed in the engine, and the image needs blue, green, red and near infrared.</source>
            <translation>Ningún modelo de nubes conviene a '{image}', por lo que las nubes no se enmascaran: ukis-csmask debe estar instalado en el motor y la imagen necesita azul, verde, rojo e infrarrojo cercano.</translation>
        </message>
        <message>
            <source>It cannot be used: {problem}</source>
            <translation>No se puede usar: {problem}</translation>
        </message>
        <message>
            <source>It needs bands that the image does not have.</source>
            <translation>Necesita bandas que la imagen no tiene.</translation>
        </message>
        <message>
            <source>It learned elsewhere.</source>
            <translation>Aprendió en otro lugar.</translation>
        </message>
        <message>
            <source>It wants measured reflectance, and the image is an 8-bit picture.</source>
            <translation>Requiere reflectancia medida y la imagen es de 8 bits.</translation>
        </message>
        <message>
            <source>It only screens: one answer a patch, no outlines.</source>
            <translation>Solo hace una criba: una respuesta por parche, sin contornos.</translation>
        </message>
        <message>
            <source>It is experimental.</source>
            <translation>Es experimental.</translation>
        </message>
        <message>
            <source>It learned from real mines, and this scene is made up.</source>
            <translation>Aprendió de minas reales y esta escena es ficticia.</translation>
        </message>
        <message>
            <source>All mines that it learned from are made up.</source>
            <translation>Todas las minas de las que aprendió son ficticias.</translation>
        </message>
        <message>
            <source>Its card gives no test result.</source>
            <translation>Su ficha no da ningún resultado de prueba.</translation>
        </message>
        <message>
            <source>Its card does not say for which pixel size it was made.</source>
            <translation>Su ficha no dice para qué tamaño de píxel se hizo.</translation>
        </message>
        <message>
            <source>It is made for pixels of {low_m:.3g} to {high_m:.3g} m; the image has {image_gsd_m:.3g} m and would be averaged.</source>
            <translation>Está hecho para píxeles de {low_m:.3g} a {high_m:.3g} m; la imagen tiene {image_gsd_m:.3g} m y se promediaría.</translation>
        </message>
        <message>
            <source>It is made for pixels of {low_m:.3g} to {high_m:.3g} m; the image has {image_gsd_m:.3g} m: detail that it looks for is not there.</source>
            <translation>Está hecho para píxeles de {low_m:.3g} a {high_m:.3g} m; la imagen tiene {image_gsd_m:.3g} m: el detalle que busca no está ahí.</translation>
        </message>
        <message>
            <source>{count} of {total} sectors are a model's drafts that nobody reviewed; a model would learn its own mistakes. Review them, or choose reviewed states.</source>
            <translation>{count} de {total} sectores son borradores de un modelo que nadie ha revisado; un modelo aprendería sus propios errores. Revíselos o elija estados revisados.</translation>
        </message>
        <message>
            <source>The sectors do not say what ground was looked at: chips without a sector were left out, and what lies beside sectors counts as 'other'.</source>
            <translation>Los sectores no indican qué terreno se miró: se omitieron los recortes sin sectores, y lo que queda junto a los sectores cuenta como 'otro'.</translation>
        </message>
        <message>
            <source>There are too few sites for every part: {parts} got no chip. Add images of other sites.</source>
            <translation>Hay muy pocos sitios para todas las partes: {parts} no recibió recortes. Añada imágenes de otros sitios.</translation>
        </message>
        <message>
            <source>{polygons} polygons keep their pixel edges: simplified by {simplify_px:g} pixels they would vanish.</source>
            <translation>{polygons} polígonos conservan sus bordes de píxel: simplificados con {simplify_px:g} píxeles desaparecerían.</translation>
        </message>
        <message>
            <source>{polygons} polygons lie where the image's coordinate system has no position on the earth; they are left out.</source>
            <translation>{polygons} polígonos están donde el sistema de coordenadas de la imagen no tiene posición en la Tierra; se omiten.</translation>
        </message>
        <message>
            <source>The model found {found} sectors; {hectares:.1f} ha of them lie where someone has worked already. What was edited, approved or rejected there stays as it is.</source>
            <translation>El modelo encontró {found} sectores; {hectares:.1f} ha de ellos están donde alguien ya ha trabajado. Lo que allí se editó, aprobó o rechazó queda como está.</translation>
        </message>
        <message>
            <source>{count} artisanal sites were written as cells of {grid} degrees. To release where they are, choose no generalisation, or state the purpose and the recipient.</source>
            <translation>{count} sitios artesanales se escribieron como celdas de {grid} grados. Para divulgar dónde están, elija no generalizar o indique la finalidad y el destinatario.</translation>
        </message>
        <message>
            <source>{count} artisanal sites are counted by binned area only; their places are withheld.</source>
            <translation>{count} sitios artesanales se cuentan solo por rangos de área; sus ubicaciones se reservan.</translation>
        </message>
        <message>
            <source>{path} lies behind none of the maps: no site is on it.</source>
            <translation>{path} no está detrás de ningún mapa: no contiene ningún sitio.</translation>
        </message>
        <message>
            <source>Sectors of {count} images lie over each other: areas are those of all dates together. Filter by image for one date, or compare dates with 'Detect change'.</source>
            <translation>Hay sectores de {count} imágenes superpuestos: las áreas son las de todas las fechas juntas. Filtre por imagen para una sola fecha o compare fechas con 'Detectar cambios'.</translation>
        </message>
        <message>
            <source>{count} sectors have none of the classes 0 to 9 and count nowhere; give them a class.</source>
            <translation>{count} sectores no tienen ninguna de las clases 0 a 9 y no cuentan en ninguna parte; asígneles una clase.</translation>
        </message>
        <message>
            <source>{count} sectors have no polygon on the earth and count nowhere; mend or delete them.</source>
            <translation>{count} sectores no tienen ningún polígono en la Tierra y no cuentan en ninguna parte; corríjalos o elimínelos.</translation>
        </message>
        <message>
            <source>{count} pairs of overlay polygons overlap ('{first}', '{second}'): their rows do not add up.</source>
            <translation>{count} pares de polígonos superpuestos coinciden en parte ('{first}', '{second}'): sus filas no se pueden sumar.</translation>
        </message>
        <message>
            <source>The file does not say what was observed: everything here counts as observed.</source>
            <translation>El archivo no dice qué se observó: aquí todo cuenta como observado.</translation>
        </message>
        <message>
            <source>The sectors of one date do not say what was observed: everything counts as observed then.</source>
            <translation>Los sectores de una fecha no dicen qué se observó: en esa fecha todo cuenta como observado.</translation>
        </message>
        <message>
            <source>The points do not say by which strata they were drawn; the map's classes are taken for them.</source>
            <translation>Los puntos no dicen según qué estratos se generaron; se toman como tales las clases del mapa.</translation>
        </message>
        <message>
            <source>{empty} strata have no labelled point and {single} only one: areas and intervals stay undefined until they have two. Label more points.</source>
            <translation>{empty} estratos no tienen ningún punto etiquetado y {single} solo uno: las áreas y los intervalos quedan indefinidos hasta que tengan dos. Etiquete más puntos.</translation>
        </message>
        <message>
            <source>Two readers differ on {count} points and nobody has decided yet; the second reader's label counts until then. Decide them in the labelling window.</source>
            <translation>Dos intérpretes difieren en {count} puntos y nadie ha decidido aún; hasta entonces cuenta la etiqueta del segundo. Decídalos en la ventana de etiquetado.</translation>
        </message>
        <message>
            <source>Neither file says what was observed and there is no extent: ground that neither maps counts nowhere.</source>
            <translation>Ninguno de los archivos dice qué se observó y no hay extensión: el terreno que ninguno cartografía no cuenta en ninguna parte.</translation>
        </message>
        <message>
            <source>A date has no image date: rates per year stay undefined.</source>
            <translation>Una de las fechas no tiene fecha de imagen: las tasas anuales quedan indefinidas.</translation>
        </message>
        <message>
            <source>The sectors before ({before}) are not older than those after ({after}); check the order.</source>
            <translation>Los sectores de antes ({before}) no son anteriores a los de después ({after}); compruebe el orden.</translation>
        </message>
        <message>
            <source>The dates lie in different seasons ({before}, {after}); plants and shadows may pass for change.</source>
            <translation>Las fechas son de estaciones distintas ({before}, {after}); plantas y sombras pueden confundirse con cambios.</translation>
        </message>
        <message>
            <source>{count} dates are no ISO dates and were written as they are; correct them before you publish.</source>
            <translation>{count} fechas no son fechas ISO y se escribieron tal cual; corríjalas antes de publicar.</translation>
        </message>
        <message>
            <source>{count} images of '{product}' are missing. The other bands can be used; get the product again for all.</source>
            <translation>Faltan {count} imágenes de '{product}'. Las demás bandas se pueden usar; obtenga de nuevo el producto para tenerlas todas.</translation>
        </message>
        <message>
            <source>'{scene}' has no scene classes (L1C before 04.00, or a file is missing): clouds and shadow are not masked there. Detect can look for them itself: 'Leave out clouds and their shadows'.</source>
            <translation>'{scene}' no tiene clases de escena (L1C anterior a 04.00 o falta un archivo): allí no se enmascaran nubes ni sombras. Detectar puede buscarlas por sí mismo: 'Omitir las nubes y sus sombras'.</translation>
        </message>
        <message>
            <source>Inside the polygons to keep, cloud counts as ground. {dates} date(s) cannot tell bright tailings from a cloud that passed; {least} or more loaded together can.</source>
            <translation>Dentro de los polígonos que conservar, las nubes cuentan como terreno. Con {dates} fecha(s) no se distinguen los relaves claros de una nube pasajera; con {least} o más cargadas a la vez, sí.</translation>
        </message>
        <message>
            <source>The scenes are stored with and without an offset; all were brought to one, as their tags say.</source>
            <translation>Las escenas están guardadas con y sin desplazamiento; todas se llevaron a uno solo, según sus etiquetas.</translation>
        </message>
        <message>
            <source>The scenes are of {levels}: top-of-atmosphere and surface reflectance do not fit together.</source>
            <translation>Las escenas son de {levels}: la reflectancia en el techo de la atmósfera y la de superficie no son compatibles.</translation>
        </message>
        <message>
            <source>Nothing of the extent is observed: clouds, shadow or your polygons hide all of it, or the scenes hold no data there. Choose another date.</source>
            <translation>No se observa nada de la extensión: nubes, sombras o sus polígonos la ocultan toda, o las escenas no tienen datos ahí. Elija otra fecha.</translation>
        </message>
        <message>
            <source>Nothing of '{image}' is observed there: {index} has no values. Choose another extent.</source>
            <translation>No se observa nada de '{image}' ahí: {index} no tiene valores. Elija otra extensión.</translation>
        </message>
        <message>
            <source>{index} says little here: '{image}' shows hardly any vegetation whose loss or recovery it could tell.</source>
            <translation>{index} dice poco aquí: '{image}' apenas muestra vegetación cuya pérdida o recuperación pudiera indicar.</translation>
        </message>
        <message>
            <source>Where people have worked, the run proposes {add} additions, {change} changes and {disappear} disappearances, and agrees with {agreed} sectors. Nothing was changed: take or refuse each.</source>
            <translation>Donde ya han trabajado personas, la ejecución propone {add} adiciones, {change} cambios y {disappear} desapariciones, y coincide con {agreed} sectores. No se cambió nada: acepte o rechace cada propuesta.</translation>
        </message>
        <message>
            <source>{count} objects of the file hold a key twice, first '{key}'; the last value counts.</source>
            <translation>{count} objetos del archivo contienen una clave dos veces, la primera '{key}'; cuenta el último valor.</translation>
        </message>
        <message>
            <source>The file is not UTF-8 as GeoJSON must be; it was read as Windows-1252. Check accented letters.</source>
            <translation>El archivo no es UTF-8 como debe ser GeoJSON; se leyó como Windows-1252. Compruebe las letras acentuadas.</translation>
        </message>
        <message>
            <source>{count} network links were not followed: nothing is fetched.</source>
            <translation>{count} enlaces de red no se siguieron: no se obtiene nada.</translation>
        </message>
        <message>
            <source>Sites were joined from {files}.</source>
            <translation>Los sitios se unieron desde {files}.</translation>
        </message>
        <message>
            <source>{count} features of {file} became no sector ({reasons}).</source>
            <translation>{count} objetos espaciales de {file} no pasaron a ser sectores ({reasons}).</translation>
        </message>
        <message>
            <source>What the images show is not in this layer: whether sectors lie in observed ground was not checked.</source>
            <translation>Lo que muestran las imágenes no está en esta capa: no se comprobó si los sectores están en terreno observado.</translation>
        </message>
        <message>
            <source>Fetching the image</source>
            <translation>Obteniendo la imagen</translation>
        </message>
        <message>
            <source>Loading the model</source>
            <translation>Cargando el modelo</translation>
        </message>
        <message>
            <source>Opening the image</source>
            <translation>Abriendo la imagen</translation>
        </message>
        <message>
            <source>Detecting sectors</source>
            <translation>Detectando sectores</translation>
        </message>
        <message>
            <source>Looking for clouds</source>
            <translation>Buscando nubes</translation>
        </message>
        <message>
            <source>Tracing polygons</source>
            <translation>Trazando polígonos</translation>
        </message>
        <message>
            <source>Saving the sectors</source>
            <translation>Guardando los sectores</translation>
        </message>
        <message>
            <source>Making the sample scene</source>
            <translation>Creando la escena de ejemplo</translation>
        </message>
        <message>
            <source>Reading the scenes</source>
            <translation>Leyendo las escenas</translation>
        </message>
        <message>
            <source>Cutting chips</source>
            <translation>Cortando recortes</translation>
        </message>
        <message>
            <source>Searching the catalogue</source>
            <translation>Buscando en el catálogo</translation>
        </message>
        <message>
            <source>Downloading</source>
            <translation>Descargando</translation>
        </message>
        <message>
            <source>Writing the image</source>
            <translation>Escribiendo la imagen</translation>
        </message>
        <message>
            <source>Computing the index</source>
            <translation>Calculando el índice</translation>
        </message>
        <message>
            <source>Measuring the sectors</source>
            <translation>Midiendo los sectores</translation>
        </message>
        <message>
            <source>Reading the sectors</source>
            <translation>Leyendo los sectores</translation>
        </message>
        <message>
            <source>Checking the sectors</source>
            <translation>Comprobando los sectores</translation>
        </message>
        <message>
            <source>'{}' comes from Google's map tiles. Google's terms forbid image analysis and the extraction of objects from them. Choose an image of your own, or Sentinel-2.</source>
            <translation>'{}' proviene de las teselas de mapa de Google. Las condiciones de Google prohíben analizarlas y extraer objetos de ellas. Elija una imagen propia o Sentinel-2.</translation>
        </message>
        <message>
            <source>'{layer}' comes from the service {host}, and nobody has confirmed yet that its terms permit image analysis. Confirm it once in the Imagery dock; outside the desktop, name the host in the environment variable {variable}.</source>
            <translation>'{layer}' proviene del servicio {host} y nadie ha confirmado aún que sus condiciones permitan el análisis de imágenes. Confírmelo una vez en el panel Imágenes; fuera del escritorio, indique el servidor en la variable de entorno {variable}.</translation>
        </message>
        <message>
            <source>There is no hole here that sectors enclose.</source>
            <translation>Aquí no hay ningún agujero encerrado por sectores.</translation>
        </message>
        <message>
            <source>The line splits nothing. Draw it from border to border across a sector.</source>
            <translation>La línea no divide nada. Trácela de borde a borde a través de un sector.</translation>
        </message>
        <message>
            <source>Select two or more sectors that touch, then merge them.</source>
            <translation>Seleccione dos o más sectores que se toquen y luego únalos.</translation>
        </message>
        <message>
            <source>The selected sectors belong to different images and cannot be merged.</source>
            <translation>Los sectores seleccionados pertenecen a imágenes distintas y no se pueden unir.</translation>
        </message>
        <message>
            <source>The selected sectors do not all touch each other. Merge only those that do.</source>
            <translation>Los sectores seleccionados no se tocan todos entre sí. Una solo los que se toquen.</translation>
        </message>
        <message>
            <source>What is cut out must be 25 m² or more.</source>
            <translation>Lo que se recorte debe medir 25 m² o más.</translation>
        </message>
        <message>
            <source>There is no sector to cut here.</source>
            <translation>Aquí no hay ningún sector que recortar.</translation>
        </message>
        <message>
            <source>Select the sector that its neighbour shall absorb.</source>
            <translation>Seleccione el sector que debe absorber su vecino.</translation>
        </message>
        <message>
            <source>There is a sector here. Click into a hole.</source>
            <translation>Aquí hay un sector. Haga clic en un agujero.</translation>
        </message>
        <message>
            <source>The sector touches no other one that could absorb it.</source>
            <translation>El sector no toca ningún otro que pueda absorberlo.</translation>
        </message>
        <message>
            <source>The line must cross the same border twice: begin and end it beside the border.</source>
            <translation>La línea debe cruzar dos veces el mismo borde: comience y termine junto al borde.</translation>
        </message>
        <message>
            <source>Nothing of 25 m² or more would be left: reviewed sectors hold the ground, or the shape is too small.</source>
            <translation>No quedarían 25 m² o más: el terreno es de sectores revisados o la forma es demasiado pequeña.</translation>
        </message>
        <message>
            <source>'{}' is not in {}. Import it into a project file.</source>
            <translation>'{}' no está en {}. Impórtelo a un archivo de proyecto.</translation>
        </message>
        <message>
            <source>The shape has a corner without a place. Draw it again.</source>
            <translation>La forma tiene un vértice sin posición. Dibújela de nuevo.</translation>
        </message>
        <message>
            <source>The shape reaches beyond the edge of the world. Zoom in and draw it again.</source>
            <translation>La forma sobrepasa el borde del mundo. Acerque la vista y vuelva a dibujarla.</translation>
        </message>
        <message>
            <source>These shapes cannot be worked out: {}</source>
            <translation>No se pueden calcular estas formas: {}</translation>
        </message>
        <message>
            <source>Nothing can be smoothed here: the borders are simple, or reviewed sectors hold them.</source>
            <translation>Aquí no hay nada que suavizar: los bordes son simples o los fijan sectores revisados.</translation>
        </message>
        <message>
            <source>Select the sectors whose borders shall be smoothed.</source>
            <translation>Seleccione los sectores cuyos bordes se deben suavizar.</translation>
        </message>
        <message>
            <source>The selected sectors belong to different images. Smooth those of one at a time.</source>
            <translation>Los sectores seleccionados pertenecen a imágenes distintas. Suavice los de una imagen cada vez.</translation>
        </message>
        <message>
            <source>One of you has deleted the sector: choose one of both.</source>
            <translation>Uno de ustedes ha eliminado el sector: elija una de las dos versiones.</translation>
        </message>
        <message>
            <source>{who} ({date}, clash {number}): {what}</source>
            <translation>{who} ({date}, conflicto {number}): {what}</translation>
        </message>
        <message>
            <source>another shape, {:.2f} ha</source>
            <translation>otra forma, {:.2f} ha</translation>
        </message>
        <message>
            <source>{} (shared)</source>
            <translation>{} (compartido)</translation>
        </message>
        <message>
            <source>The shared project '{}' cannot be opened: {}</source>
            <translation>No se puede abrir el proyecto compartido '{}': {}</translation>
        </message>
        <message>
            <source>no sectors</source>
            <translation>ningún sector</translation>
        </message>
        <message>
            <source>A text holds a null character; PostgreSQL cannot store it.</source>
            <translation>Un texto contiene un carácter nulo; PostgreSQL no puede guardarlo.</translation>
        </message>
        <message>
            <source>This QGIS has no PostgreSQL provider. Install the package qgis-providers.</source>
            <translation>Este QGIS no tiene proveedor PostgreSQL. Instale el paquete qgis-providers.</translation>
        </message>
        <message>
            <source>The shared project '{}' does not take this: {}</source>
            <translation>El proyecto compartido '{}' no acepta esto: {}</translation>
        </message>
        <message>
            <source>'{}' is no name for a shared project. Use small letters, digits and _, up to 48.</source>
            <translation>'{}' no es un nombre válido para un proyecto compartido. Use minúsculas, cifras y _, hasta 48.</translation>
        </message>
        <message>
            <source>The database does not answer: {}</source>
            <translation>La base de datos no responde: {}</translation>
        </message>
        <message>
            <source>Others are changing '{}' at this moment. Try again in a minute.</source>
            <translation>Otras personas están cambiando '{}' en este momento. Inténtelo de nuevo en un minuto.</translation>
        </message>
        <message>
            <source>There is a project '{}' already. Choose another name.</source>
            <translation>Ya hay un proyecto '{}'. Elija otro nombre.</translation>
        </message>
        <message>
            <source>{} of {} sectors have no identity of their own (uuid). Check the sectors first.</source>
            <translation>{} de {} sectores no tienen identidad propia (uuid). Compruebe antes los sectores.</translation>
        </message>
        <message>
            <source>The log of {} is broken at row {}. Verify it before others work on it.</source>
            <translation>El registro de {} está dañado en la fila {}. Verifíquelo antes de que otros trabajen en él.</translation>
        </message>
        <message>
            <source>'{}' was not written: someone else has changed the same sector. Choose between both.</source>
            <translation>'{}' no se escribió: otra persona ha cambiado el mismo sector. Elija entre ambas versiones.</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Otro</translation>
        </message>
        <message>
            <source>Artisanal site</source>
            <translation>Sitio artesanal</translation>
        </message>
        <message>
            <source>Large-scale site</source>
            <translation>Sitio de gran escala</translation>
        </message>
        <message>
            <source>Heap leaching</source>
            <translation>Lixiviación en pilas</translation>
        </message>
        <message>
            <source>Mine facility</source>
            <translation>Instalación minera</translation>
        </message>
        <message>
            <source>Open pit</source>
            <translation>Tajo abierto</translation>
        </message>
        <message>
            <source>Processing plant</source>
            <translation>Planta de procesamiento</translation>
        </message>
        <message>
            <source>Stockyard</source>
            <translation>Patio de repuestos y equipos</translation>
        </message>
        <message>
            <source>Tailings storage facility</source>
            <translation>Depósito de relaves</translation>
        </message>
        <message>
            <source>Waste rock dump</source>
            <translation>Botadero de estériles</translation>
        </message>
        <message>
            <source>Heap leach</source>
            <translation>Lixiviación</translation>
        </message>
        <message>
            <source>Plant</source>
            <translation>Planta</translation>
        </message>
        <message>
            <source>Tailings</source>
            <translation>Relaves</translation>
        </message>
        <message>
            <source>Waste rock</source>
            <translation>Estériles</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Borrador</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>Editado</translation>
        </message>
        <message>
            <source>In review</source>
            <translation>En revisión</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Aprobado</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Rechazado</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Publicado</translation>
        </message>
        <message>
            <source>Not observed</source>
            <translation>No observado</translation>
        </message>
        <message>
            <source>QGIS's task manager did not take the task.</source>
            <translation>El administrador de tareas de QGIS no aceptó la tarea.</translation>
        </message>
        <message>
            <source>Detect mining sectors: {}</source>
            <translation>Detectar sectores mineros: {}</translation>
        </message>
        <message>
            <source>a tile is too large</source>
            <translation>una tesela es demasiado grande</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>sin respuesta</translation>
        </message>
        <message>
            <source>The service {host} did not deliver its picture ({problem}). Wait a little and try again, or choose a smaller extent.</source>
            <translation>El servicio {host} no entregó su imagen ({problem}). Espere un poco e inténtelo de nuevo, o elija una extensión menor.</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Comprobar</translation>
        </message>
        <message>
            <source>Check &amp;again</source>
            <translation>Comprobar &amp;otra vez</translation>
        </message>
        <message>
            <source>Mend: {}</source>
            <translation>Corregir: {}</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Qué</translation>
        </message>
        <message>
            <source>{found} things to look at in {total}; {fixable} can be mended here.</source>
            <translation>Puntos que mirar en {total}: {found}; se pueden corregir aquí: {fixable}.</translation>
        </message>
        <message>
            <source>Checking {}…</source>
            <translation>Comprobando {}…</translation>
        </message>
        <message>
            <source>Check sectors: {}</source>
            <translation>Comprobar sectores: {}</translation>
        </message>
        <message>
            <source>The check was not finished.</source>
            <translation>La comprobación no se terminó.</translation>
        </message>
        <message>
            <source>&amp;Mend</source>
            <translation>&amp;Corregir</translation>
        </message>
        <message>
            <source>The list shows the first {}.</source>
            <translation>La lista muestra los primeros {}.</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>Deshecho.</translation>
        </message>
        <message>
            <source>Fix: {}</source>
            <translation>Corrección: {}</translation>
        </message>
        <message>
            <source>Perhaps: {}</source>
            <translation>Quizá: {}</translation>
        </message>
        <message>
            <source>Mended: {}. Z takes it back.</source>
            <translation>Corregido: {}. Z lo deshace.</translation>
        </message>
        <message>
            <source>Nothing is wrong with {}.</source>
            <translation>Ningún problema en {}.</translation>
        </message>
        <message>
            <source>The list is empty. Show every state and every class.</source>
            <translation>La lista está vacía. Muestre todos los estados y todas las clases.</translation>
        </message>
        <message>
            <source>Every sector in the list is decided.</source>
            <translation>Todos los sectores de la lista están decididos.</translation>
        </message>
        <message>
            <source>{shown} of {total}</source>
            <translation>{shown} de {total}</translation>
        </message>
        <message>
            <source>Why is this sector wrong?</source>
            <translation>¿Por qué es incorrecto este sector?</translation>
        </message>
        <message>
            <source>Not mining</source>
            <translation>No es minería</translation>
        </message>
        <message>
            <source>Water</source>
            <translation>Agua</translation>
        </message>
        <message>
            <source>Cloud or shadow</source>
            <translation>Nube o sombra</translation>
        </message>
        <message>
            <source>Bare soil or rock</source>
            <translation>Suelo desnudo o roca</translation>
        </message>
        <message>
            <source>Wrong outline</source>
            <translation>Contorno incorrecto</translation>
        </message>
        <message>
            <source>Double</source>
            <translation>Duplicado</translation>
        </message>
        <message>
            <source>An approval says on which image it rests. Which one is it?</source>
            <translation>Una aprobación indica en qué imagen se basa. ¿Cuál es?</translation>
        </message>
        <message>
            <source>Why are {} wrong?</source>
            <translation>¿Por qué son incorrectos {}?</translation>
        </message>
        <message>
            <source>Write a reason, in a few words.</source>
            <translation>Escriba un motivo, en pocas palabras.</translation>
        </message>
        <message>
            <source>Write the image's date like 2021-02-27.</source>
            <translation>Escriba la fecha de la imagen como 2021-02-27.</translation>
        </message>
        <message>
            <source>Name the source of the image, for example Copernicus Sentinel-2.</source>
            <translation>Indique la fuente de la imagen, por ejemplo Copernicus Sentinel-2.</translation>
        </message>
        <message>
            <source>Everything ({})</source>
            <translation>Todo ({})</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historial</translation>
        </message>
        <message>
            <source>Reading the log…</source>
            <translation>Leyendo el registro…</translation>
        </message>
        <message>
            <source>History of a sector</source>
            <translation>Historial de un sector</translation>
        </message>
        <message>
            <source>The log was not read.</source>
            <translation>No se leyó el registro.</translation>
        </message>
        <message>
            <source>This sector</source>
            <translation>Este sector</translation>
        </message>
        <message>
            <source>Restore a shape</source>
            <translation>Restaurar una forma</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Quién</translation>
        </message>
        <message>
            <source>When (UTC)</source>
            <translation>Cuándo (UTC)</translation>
        </message>
        <message>
            <source>Select one sector, then ask for its history.</source>
            <translation>Seleccione un sector y luego pida su historial.</translation>
        </message>
        <message>
            <source>{name}: what happened to it, newest first.</source>
            <translation>{name}: lo que le ha ocurrido, primero lo más reciente.</translation>
        </message>
        <message>
            <source>The log is broken: someone has changed it. Verify the log to see where.</source>
            <translation>El registro está roto: alguien lo ha cambiado. Verifique el registro para ver dónde.</translation>
        </message>
        <message>
            <source>&amp;Restore this shape</source>
            <translation>&amp;Restaurar esta forma</translation>
        </message>
        <message>
            <source>{name}: the log has nothing about it.</source>
            <translation>{name}: el registro no contiene nada sobre él.</translation>
        </message>
        <message>
            <source>The shape of {} is back. Z takes it back.</source>
            <translation>Se ha restaurado la forma del {}. Z lo deshace.</translation>
        </message>
        <message>
            <source>Area afterwards: {}</source>
            <translation>Área después: {}</translation>
        </message>
        <message>
            <source>On the map: dashed is the shape now, full is the shape then.</source>
            <translation>En el mapa: la forma actual, a trazos; la de entonces, con línea continua.</translation>
        </message>
        <message>
            <source>1 repair</source>
            <translation>1 reparación</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importar</translation>
        </message>
        <message>
            <source>&amp;Import as it is</source>
            <translation>&amp;Importar tal cual</translation>
        </message>
        <message>
            <source>Look at it first: what somebody meant could be lost.</source>
            <translation>Mírelo primero: se podría perder lo que alguien quiso expresar.</translation>
        </message>
        <message>
            <source>&amp;Tick all safe repairs</source>
            <translation>&amp;Marcar todas las reparaciones seguras</translation>
        </message>
        <message>
            <source>{sectors} imported from {file}, {repairs} made.</source>
            <translation>Importado de {file}: {sectors}, con {repairs}.</translation>
        </message>
        <message>
            <source>{} repairs</source>
            <translation>{} reparaciones</translation>
        </message>
        <message>
            <source>Looking into {}…</source>
            <translation>Examinando {}…</translation>
        </message>
        <message>
            <source>Nothing was imported.</source>
            <translation>No se importó nada.</translation>
        </message>
        <message>
            <source>Look into {}</source>
            <translation>Examinar {}</translation>
        </message>
        <message>
            <source>{sectors} found in {file} (features: {features}). Nothing is imported yet.</source>
            <translation>En {file} hay {sectors} (objetos espaciales: {features}). Aún no se ha importado nada.</translation>
        </message>
        <message>
            <source>&amp;Import with {}</source>
            <translation>&amp;Importar con {}</translation>
        </message>
        <message>
            <source>Import {}</source>
            <translation>Importar {}</translation>
        </message>
        <message>
            <source>On the map: dashed is before, full is after. The area changes by {:+.1f} m².</source>
            <translation>En el mapa: antes, a trazos; después, con línea continua. El área cambia en {:+.1f} m².</translation>
        </message>
        <message>
            <source>Left out: {}</source>
            <translation>Omitidos: {}</translation>
        </message>
        <message>
            <source>Offered: {}. Only what you tick is mended.</source>
            <translation>Se ofrece: {}. Solo se corrige lo que usted marque.</translation>
        </message>
        <message>
            <source>{} was changed in the meantime. Look at it again.</source>
            <translation>{} ha cambiado entretanto. Examínelo de nuevo.</translation>
        </message>
        <message>
            <source>Done in any case: {}</source>
            <translation>Se hace en todo caso: {}</translation>
        </message>
        <message>
            <source>Repair: {}</source>
            <translation>Reparación: {}</translation>
        </message>
        <message>
            <source>Before: {}</source>
            <translation>Antes: {}</translation>
        </message>
        <message>
            <source>After: {}</source>
            <translation>Después: {}</translation>
        </message>
        <message>
            <source>The keys work here and on the map.</source>
            <translation>Las teclas funcionan aquí y en el mapa.</translation>
        </message>
        <message>
            <source>1-9</source>
            <translation>1-9</translation>
        </message>
        <message>
            <source>class</source>
            <translation>clase</translation>
        </message>
        <message>
            <source>Z, Shift+Z</source>
            <translation>Z, Mayús+Z</translation>
        </message>
        <message>
            <source>undo, redo</source>
            <translation>deshacer, rehacer</translation>
        </message>
        <message>
            <source>A</source>
            <translation>A</translation>
        </message>
        <message>
            <source>approve</source>
            <translation>aprobar</translation>
        </message>
        <message>
            <source>R</source>
            <translation>R</translation>
        </message>
        <message>
            <source>reject, with a reason</source>
            <translation>rechazar, con un motivo</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Espacio</translation>
        </message>
        <message>
            <source>next sector</source>
            <translation>sector siguiente</translation>
        </message>
        <message>
            <source>Shift+Space</source>
            <translation>Shift+Espacio</translation>
        </message>
        <message>
            <source>sector before</source>
            <translation>sector anterior</translation>
        </message>
        <message>
            <source>V</source>
            <translation>V</translation>
        </message>
        <message>
            <source>fix the outline</source>
            <translation>corregir el contorno</translation>
        </message>
        <message>
            <source>K</source>
            <translation>K</translation>
        </message>
        <message>
            <source>skip: comes back at the end</source>
            <translation>omitir: vuelve al final</translation>
        </message>
        <message>
            <source>C</source>
            <translation>C</translation>
        </message>
        <message>
            <source>comment</source>
            <translation>comentario</translation>
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
            <translation>H (mantener)</translation>
        </message>
        <message>
            <source>hide all sectors</source>
            <translation>ocultar todos los sectores</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>help</source>
            <translation>ayuda</translation>
        </message>
        <message>
            <source>D E S X F</source>
            <translation>D E S X F</translation>
        </message>
        <message>
            <source>draw, reshape border, split, cut out, fill</source>
            <translation>dibujar, modificar borde, dividir, recortar, rellenar</translation>
        </message>
        <message>
            <source>M G T</source>
            <translation>M G T</translation>
        </message>
        <message>
            <source>merge, give to neighbour, smooth</source>
            <translation>unir, dar al vecino, suavizar</translation>
        </message>
        <message>
            <source>B N W</source>
            <translation>B N W</translation>
        </message>
        <message>
            <source>brush, eraser, magic select</source>
            <translation>pincel, borrador, selección mágica</translation>
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
            <translation>Verificar el registro</translation>
        </message>
        <message>
            <source>The log was not verified.</source>
            <translation>No se verificó el registro.</translation>
        </message>
        <message>
            <source>Verify &amp;again</source>
            <translation>Verificar &amp;otra vez</translation>
        </message>
        <message>
            <source>The file is damaged.</source>
            <translation>El archivo está dañado.</translation>
        </message>
        <message>
            <source>Changed outside the log</source>
            <translation>Cambiado fuera del registro</translation>
        </message>
        <message>
            <source>There is no project file yet, and so no log.</source>
            <translation>Aún no hay archivo de proyecto y, por tanto, tampoco registro.</translation>
        </message>
        <message>
            <source>Sectors of the run {}</source>
            <translation>Sectores de la ejecución {}</translation>
        </message>
        <message>
            <source>The log is broken. The first row that does not fit is row {} of {}.</source>
            <translation>El registro está roto. La primera fila que no encaja es la {} de {}.</translation>
        </message>
        <message>
            <source>Verifying the log of {}…</source>
            <translation>Verificando el registro de {}…</translation>
        </message>
        <message>
            <source>The log is whole. Rows: {}. Every sector is as the log left it.</source>
            <translation>El registro está íntegro. Filas: {}. Todos los sectores están como los dejó el registro.</translation>
        </message>
        <message>
            <source>The log is whole, but sectors were changed outside it: {}.</source>
            <translation>El registro está íntegro, pero se cambiaron sectores fuera de él: {}.</translation>
        </message>
        <message>
            <source>&amp;Check the sectors</source>
            <translation>&amp;Comprobar los sectores</translation>
        </message>
        <message>
            <source>Look for overlaps, gaps, missing dates</source>
            <translation>Buscar solapes, huecos y fechas que faltan</translation>
        </message>
        <message>
            <source>&amp;Import annotations…</source>
            <translation>&amp;Importar anotaciones…</translation>
        </message>
        <message>
            <source>Read polygons that were drawn elsewhere</source>
            <translation>Leer polígonos dibujados en otro lugar</translation>
        </message>
        <message>
            <source>&amp;Proposals of the last run</source>
            <translation>&amp;Propuestas de la última ejecución</translation>
        </message>
        <message>
            <source>What it would change where people have worked</source>
            <translation>Lo que cambiaría donde han trabajado personas</translation>
        </message>
        <message>
            <source>&amp;History of the sector</source>
            <translation>&amp;Historial del sector</translation>
        </message>
        <message>
            <source>Who changed it, when, from what; earlier shapes</source>
            <translation>Quién lo cambió, cuándo y qué había antes; formas anteriores</translation>
        </message>
        <message>
            <source>&amp;Deleted sectors</source>
            <translation>Sectores &amp;eliminados</translation>
        </message>
        <message>
            <source>What was deleted, by whom; the way back</source>
            <translation>Qué se eliminó y quién; cómo recuperarlo</translation>
        </message>
        <message>
            <source>&amp;Verify the log</source>
            <translation>&amp;Verificar el registro</translation>
        </message>
        <message>
            <source>Find out whether anything was changed behind the log's back</source>
            <translation>Averiguar si se cambió algo sin pasar por el registro</translation>
        </message>
        <message>
            <source>Select a sector, or press D to draw one.</source>
            <translation>Seleccione un sector o pulse D para dibujar uno.</translation>
        </message>
        <message>
            <source>Every state</source>
            <translation>Todos los estados</translation>
        </message>
        <message>
            <source>Every class</source>
            <translation>Todas las clases</translation>
        </message>
        <message>
            <source>&amp;Open a project file</source>
            <translation>&amp;Abrir un archivo de proyecto</translation>
        </message>
        <message>
            <source>A GeoPackage of an earlier day.</source>
            <translation>Un GeoPackage de un día anterior.</translation>
        </message>
        <message>
            <source>Undo the last change (Z)</source>
            <translation>Deshacer el último cambio (Z)</translation>
        </message>
        <message>
            <source>&amp;Show {}</source>
            <translation>&amp;Mostrar {}</translation>
        </message>
        <message>
            <source>Undo: {} (Z)</source>
            <translation>Deshacer: {} (Z)</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Rechazar</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprobar</translation>
        </message>
        <message>
            <source>&amp;Sectors</source>
            <translation>&amp;Sectores</translation>
        </message>
        <message>
            <source>Back to the list of sectors</source>
            <translation>Volver a la lista de sectores</translation>
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
            <translation>Reparado al importar</translation>
        </message>
        <message>
            <source>Split into its parts</source>
            <translation>Dividido en sus partes</translation>
        </message>
        <message>
            <source>Split off</source>
            <translation>Separado</translation>
        </message>
        <message>
            <source>Cut by a new run</source>
            <translation>Recortado por una nueva ejecución</translation>
        </message>
        <message>
            <source>Replaced by a new run</source>
            <translation>Reemplazado por una nueva ejecución</translation>
        </message>
        <message>
            <source>Drawn</source>
            <translation>Dibujado</translation>
        </message>
        <message>
            <source>Shape changed</source>
            <translation>Forma cambiada</translation>
        </message>
        <message>
            <source>Class changed</source>
            <translation>Clase cambiada</translation>
        </message>
        <message>
            <source>State changed</source>
            <translation>Estado cambiado</translation>
        </message>
        <message>
            <source>Values changed</source>
            <translation>Valores cambiados</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Eliminado</translation>
        </message>
        <message>
            <source>Earlier shape restored</source>
            <translation>Forma anterior restaurada</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>Deshecho</translation>
        </message>
        <message>
            <source>Done again</source>
            <translation>Rehecho</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>No guardado</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nada</translation>
        </message>
        <message>
            <source>Areas are counted from the polygons; no accuracy sample stands behind them.</source>
            <translation>Las áreas se suman a partir de los polígonos; ninguna muestra de exactitud las respalda.</translation>
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
            <translation>Cada aprobación indica su revisor.</translation>
        </message>
        <message>
            <source>Draw one</source>
            <translation>Dibujar uno</translation>
        </message>
        <message>
            <source>Every sector was decided by a person.</source>
            <translation>Una persona ha decidido sobre cada sector.</translation>
        </message>
        <message>
            <source>{waiting} of {total} sectors wait for a decision.</source>
            <translation>{waiting} de {total} sectores esperan una decisión.</translation>
        </message>
        <message>
            <source>Every sector has the date of its image.</source>
            <translation>Cada sector tiene la fecha de su imagen.</translation>
        </message>
        <message>
            <source>Every sector names the source of its image.</source>
            <translation>Cada sector indica la fuente de su imagen.</translation>
        </message>
        <message>
            <source>No sector is approved yet.</source>
            <translation>Aún no hay ningún sector aprobado.</translation>
        </message>
        <message>
            <source>There are no sectors yet.</source>
            <translation>Aún no hay sectores.</translation>
        </message>
        <message>
            <source>Detect some</source>
            <translation>Detectar</translation>
        </message>
        <message>
            <source>The date of the image is missing: {}.</source>
            <translation>Falta la fecha de la imagen: {}.</translation>
        </message>
        <message>
            <source>The source of the image is missing: {}.</source>
            <translation>Falta la fuente de la imagen: {}.</translation>
        </message>
        <message>
            <source>Approved without a reviewer's name: {}.</source>
            <translation>Aprobados sin nombre de revisor: {}.</translation>
        </message>
        <message>
            <source>Approved by the person who made the last edit: {}.</source>
            <translation>Aprobados por quien hizo la última edición: {}.</translation>
        </message>
        <message>
            <source>A labelled sample stands behind the areas: overall accuracy {}.</source>
            <translation>Una muestra etiquetada respalda las áreas: exactitud global {}.</translation>
        </message>
        <message>
            <source>The detection was cancelled. Nothing was changed.</source>
            <translation>Se canceló la detección. No se cambió nada.</translation>
        </message>
        <message>
            <source>&amp;Detect mining sectors</source>
            <translation>&amp;Detectar sectores mineros</translation>
        </message>
        <message>
            <source>Set up the engine first.</source>
            <translation>Instale primero el motor.</translation>
        </message>
        <message>
            <source>Open an image first.</source>
            <translation>Abra primero una imagen.</translation>
        </message>
        <message>
            <source>Choose the bands under Options.</source>
            <translation>Elija las bandas en Opciones.</translation>
        </message>
        <message>
            <source>The engine that runs the models is not set up yet.</source>
            <translation>El motor que ejecuta los modelos aún no está instalado.</translation>
        </message>
        <message>
            <source>Set up the engine…</source>
            <translation>Instalar el motor…</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Deteniendo…</translation>
        </message>
        <message>
            <source>The project was closed, so the detection was cancelled. Nothing was saved.</source>
            <translation>Se cerró el proyecto, por lo que se canceló la detección. No se guardó nada.</translation>
        </message>
        <message>
            <source>There is no image in this project yet.</source>
            <translation>Aún no hay ninguna imagen en este proyecto.</translation>
        </message>
        <message>
            <source>Open an image…</source>
            <translation>Abrir una imagen…</translation>
        </message>
        <message>
            <source>Coastal</source>
            <translation>Costero</translation>
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
            <translation>Rojo</translation>
        </message>
        <message>
            <source>Red edge 705 nm</source>
            <translation>Borde rojo 705 nm</translation>
        </message>
        <message>
            <source>Red edge 740 nm</source>
            <translation>Borde rojo 740 nm</translation>
        </message>
        <message>
            <source>Red edge 783 nm</source>
            <translation>Borde rojo 783 nm</translation>
        </message>
        <message>
            <source>Near infrared</source>
            <translation>Infrarrojo cercano</translation>
        </message>
        <message>
            <source>Near infrared, narrow</source>
            <translation>Infrarrojo cercano, estrecho</translation>
        </message>
        <message>
            <source>Water vapour</source>
            <translation>Vapor de agua</translation>
        </message>
        <message>
            <source>Cirrus</source>
            <translation>Cirros</translation>
        </message>
        <message>
            <source>Short-wave infrared 1.6 µm</source>
            <translation>Infrarrojo de onda corta 1.6 µm</translation>
        </message>
        <message>
            <source>Short-wave infrared 2.2 µm</source>
            <translation>Infrarrojo de onda corta 2.2 µm</translation>
        </message>
        <message>
            <source>Panchromatic</source>
            <translation>Pancromático</translation>
        </message>
        <message>
            <source>as the model says</source>
            <translation>según el modelo</translation>
        </message>
        <message>
            <source>keep all</source>
            <translation>conservar todos</translation>
        </message>
        <message>
            <source>keep pixel edges</source>
            <translation>conservar bordes de píxel</translation>
        </message>
        <message>
            <source>Band {}</source>
            <translation>Banda {}</translation>
        </message>
        <message>
            <source>choose…</source>
            <translation>elegir…</translation>
        </message>
        <message>
            <source>&amp;Add a model…</source>
            <translation>&amp;Añadir un modelo…</translation>
        </message>
        <message>
            <source>&amp;Check this model</source>
            <translation>&amp;Comprobar este modelo</translation>
        </message>
        <message>
            <source>What the map shows</source>
            <translation>Lo que muestra el mapa</translation>
        </message>
        <message>
            <source>The whole image</source>
            <translation>Toda la imagen</translation>
        </message>
        <message>
            <source>A rectangle drawn on the map</source>
            <translation>Un rectángulo dibujado en el mapa</translation>
        </message>
        <message>
            <source>Selected polygons</source>
            <translation>Polígonos seleccionados</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Iniciando…</translation>
        </message>
        <message>
            <source>The image is in no file that the engine can open; its pixels are copied to one first.</source>
            <translation>La imagen no está en un archivo que el motor pueda abrir; primero se copian sus píxeles a uno.</translation>
        </message>
        <message>
            <source>The image is fetched from its service first; that takes a while.</source>
            <translation>Primero se obtiene la imagen de su servicio; tarda un poco.</translation>
        </message>
        <message>
            <source>Fetching the image…</source>
            <translation>Obteniendo la imagen…</translation>
        </message>
        <message>
            <source>Loading the model…</source>
            <translation>Cargando el modelo…</translation>
        </message>
        <message>
            <source>Opening the image…</source>
            <translation>Abriendo la imagen…</translation>
        </message>
        <message>
            <source>Looking at the image…</source>
            <translation>Examinando la imagen…</translation>
        </message>
        <message>
            <source>Drawing the polygons…</source>
            <translation>Dibujando los polígonos…</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Guardando…</translation>
        </message>
        <message>
            <source>&amp;Detect on {area}</source>
            <translation>&amp;Detectar en {area}</translation>
        </message>
        <message>
            <source>&amp;Detect on {area} ({duration})</source>
            <translation>&amp;Detectar en {area} ({duration})</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>Trabajando…</translation>
        </message>
        <message>
            <source>Tile {done} of {total}</source>
            <translation>Tesela {done} de {total}</translation>
        </message>
        <message>
            <source>{} left</source>
            <translation>faltan {}</translation>
        </message>
        <message>
            <source>Draw and correct</source>
            <translation>Dibujar y corregir</translation>
        </message>
        <message>
            <source>{:.3g} m wide; wheel or [ ] for the size</source>
            <translation>{:.3g} m de ancho; rueda o [ ] para el tamaño</translation>
        </message>
        <message>
            <source>Erase: press and move. {}. Shift paints, Esc drops the stroke.</source>
            <translation>Borrar: pulse y mueva. {}. Mayús pinta, Esc descarta el trazo.</translation>
        </message>
        <message>
            <source>Paint {}: press and move. {}, 1-9 for the class. Shift erases, Esc drops the stroke.</source>
            <translation>Pintar {}: pulse y mueva. {}, 1-9 para la clase. Mayús borra, Esc descarta el trazo.</translation>
        </message>
        <message>
            <source>{} in review, approved or published kept their ground. Select one to change it.</source>
            <translation>{} en revisión, aprobados o publicados conservaron su terreno. Seleccione uno para cambiarlo.</translation>
        </message>
        <message>
            <source>Nothing has changed.</source>
            <translation>No ha cambiado nada.</translation>
        </message>
        <message>
            <source>Right-click or Enter ends, Backspace takes a corner back, Esc gives up; or press, move and release.</source>
            <translation>Clic derecho o Intro termina, Retroceso quita un vértice, Esc abandona; o pulse, mueva y suelte.</translation>
        </message>
        <message>
            <source>Draw a sector</source>
            <translation>Dibujar un sector</translation>
        </message>
        <message>
            <source>Reshape a border</source>
            <translation>Modificar un borde</translation>
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
            <translation>Rellenar un agujero</translation>
        </message>
        <message>
            <source>Click into a hole.</source>
            <translation>Haga clic en un agujero.</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Unir</translation>
        </message>
        <message>
            <source>Give to the neighbour</source>
            <translation>Dar al vecino</translation>
        </message>
        <message>
            <source>Click a small sector: the neighbour with the longest border takes it.</source>
            <translation>Haga clic en un sector pequeño: lo absorbe el vecino con el borde más largo.</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>Suavizar</translation>
        </message>
        <message>
            <source>Click a sector: its borders become smooth.</source>
            <translation>Haga clic en un sector: sus bordes se suavizan.</translation>
        </message>
        <message>
            <source>Brush</source>
            <translation>Pincel</translation>
        </message>
        <message>
            <source>Paint ground of a class; Shift erases.</source>
            <translation>Pinta terreno de una clase; Mayús borra.</translation>
        </message>
        <message>
            <source>Eraser</source>
            <translation>Borrador</translation>
        </message>
        <message>
            <source>Give ground back to nothing; Shift paints.</source>
            <translation>Deja el terreno sin sector; Mayús pinta.</translation>
        </message>
        <message>
            <source>Magic select</source>
            <translation>Selección mágica</translation>
        </message>
        <message>
            <source>Click into a sector: its outline grows along the edges of the image.</source>
            <translation>Haga clic en un sector: su contorno crece a lo largo de los bordes de la imagen.</translation>
        </message>
        <message>
            <source>Click the corners; the key of its class (1-9) ends it.</source>
            <translation>Haga clic en los vértices; la tecla de su clase (1-9) termina.</translation>
        </message>
        <message>
            <source>Draw a line that begins and ends beside a border and replaces what lies between.</source>
            <translation>Trace una línea que comience y termine junto a un borde y reemplace lo que hay en medio.</translation>
        </message>
        <message>
            <source>Draw a line from border to border; it splits all that it crosses.</source>
            <translation>Trace una línea de borde a borde; divide todo lo que cruza.</translation>
        </message>
        <message>
            <source>Draw the ground that belongs to no sector.</source>
            <translation>Dibuje el terreno que no pertenece a ningún sector.</translation>
        </message>
        <message>
            <source>Draw a line over sectors that are one; or select them first.</source>
            <translation>Trace una línea sobre los sectores que son uno solo, o selecciónelos antes.</translation>
        </message>
        <message>
            <source>Magic select: looking at the ground round your click…</source>
            <translation>Selección mágica: examinando el terreno alrededor de su clic…</translation>
        </message>
        <message>
            <source>Nothing grows here. Click on another place.</source>
            <translation>Aquí no crece nada. Haga clic en otro lugar.</translation>
        </message>
        <message>
            <source>{title}, {area}: wheel or + - for the size, 1-9 for the class, Shift+click adds a place, Enter or double click takes it, Esc drops it.</source>
            <translation>{title}, {area}: rueda o + - para el tamaño, 1-9 para la clase, Mayús+clic añade un lugar, Intro o doble clic la acepta, Esc la descarta.</translation>
        </message>
        <message>
            <source>Magic select, {}: click into the sector. Its region grows along the edges of the image.</source>
            <translation>Selección mágica, {}: haga clic dentro del sector. Su región crece a lo largo de los bordes de la imagen.</translation>
        </message>
        <message>
            <source>No sector under the cursor</source>
            <translation>Ningún sector bajo el cursor</translation>
        </message>
        <message>
            <source>No class</source>
            <translation>Sin clase</translation>
        </message>
        <message>
            <source>no state</source>
            <translation>sin estado</translation>
        </message>
        <message>
            <source>drawn by hand</source>
            <translation>dibujado a mano</translation>
        </message>
        <message>
            <source>{top} (below: {count}, {titles})</source>
            <translation>{top} (debajo: {count}, {titles})</translation>
        </message>
        <message>
            <source>&amp;Set up now</source>
            <translation>&amp;Instalar ahora</translation>
        </message>
        <message>
            <source>Mining Monitor runs its models in a program of its own, the engine. It is not set up yet.</source>
            <translation>Mining Monitor ejecuta sus modelos en un programa propio, el motor. Aún no está instalado.</translation>
        </message>
        <message>
            <source>The engine belongs to another version of the plugin. Update it; your data is not touched.</source>
            <translation>El motor es de otra versión del complemento. Actualícelo; sus datos no se tocan.</translation>
        </message>
        <message>
            <source>Looking for Python…</source>
            <translation>Buscando Python…</translation>
        </message>
        <message>
            <source>Making a place for the engine…</source>
            <translation>Preparando un lugar para el motor…</translation>
        </message>
        <message>
            <source>Installing</source>
            <translation>Instalando</translation>
        </message>
        <message>
            <source>Checking the engine…</source>
            <translation>Comprobando el motor…</translation>
        </message>
        <message>
            <source>Done.</source>
            <translation>Listo.</translation>
        </message>
        <message>
            <source>&amp;Look again</source>
            <translation>&amp;Buscar otra vez</translation>
        </message>
        <message>
            <source>&amp;Update now</source>
            <translation>&amp;Actualizar ahora</translation>
        </message>
        <message>
            <source>&amp;Repair now</source>
            <translation>&amp;Reparar ahora</translation>
        </message>
        <message>
            <source>Look for the engine</source>
            <translation>Buscar el motor</translation>
        </message>
        <message>
            <source>Looking for the engine…</source>
            <translation>Buscando el motor…</translation>
        </message>
        <message>
            <source>The engine is being set up. You can go on working meanwhile.</source>
            <translation>El motor se está instalando. Mientras tanto puede seguir trabajando.</translation>
        </message>
        <message>
            <source>The engine is set up.</source>
            <translation>El motor está instalado.</translation>
        </message>
        <message>
            <source>It goes to {folder}; QGIS's own Python is not touched.</source>
            <translation>Va a {folder}; el Python de QGIS no se toca.</translation>
        </message>
        <message>
            <source>The set-up was cancelled. Nothing half-made was left.</source>
            <translation>Se canceló la instalación. No quedó nada a medias.</translation>
        </message>
        <message>
            <source>About {size} MB on disk and 1 minute, from your folder of wheels.</source>
            <translation>Unos {size} MB en disco y 1 minuto, desde su carpeta de wheels.</translation>
        </message>
        <message>
            <source>Downloads about {download} MB, takes {size} MB on disk and about {minutes} minutes.</source>
            <translation>Descarga unos {download} MB, ocupa {size} MB en disco y tarda unos {minutes} minutos.</translation>
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
            <translation>Mining Monitor: ayuda</translation>
        </message>
        <message>
            <source>The way of the work</source>
            <translation>El flujo de trabajo</translation>
        </message>
        <message>
            <source>Imagery: open an image, or drop a file on the dock. Detection: choose image, model and place; the button says how much it will look at and how long that takes. Annotation: decide on each polygon, the least certain first. Report: see what is missing, export GeoJSON. The button on the toolbar does the detection alone, in what the map shows.</source>
            <translation>Imágenes: abra una imagen o suelte un archivo en el panel. Detección: elija imagen, modelo y lugar; el botón indica cuánto se examinará y cuánto tardará. Anotación: decida sobre cada polígono, primero los menos seguros. Informe: vea qué falta y exporte GeoJSON. El botón de la barra de herramientas hace solo la detección, en lo que muestra el mapa.</translation>
        </message>
        <message>
            <source>Images</source>
            <translation>Imágenes</translation>
        </message>
        <message>
            <source>Besides files, the Imagery dock opens Sentinel-2 products (SAFE folder or .zip) and searches catalogues: only what the map shows is fetched, and the catalogue learns which place you look at. Clouds, shadows and missing pixels of a loaded scene count as not observed in every detection. Date and source of an image go into every new sector. Pictures of a map service are analysed only after you have confirmed, once per service, that its terms permit it; Google's forbid it.</source>
            <translation>Además de archivos, el panel Imágenes abre productos Sentinel-2 (carpeta SAFE o .zip) y busca en catálogos: solo se obtiene lo que muestra el mapa, y el catálogo se entera de qué lugar mira usted. Las nubes, las sombras y los píxeles ausentes de una escena cargada cuentan como no observados en cada detección. La fecha y la fuente de una imagen pasan a cada sector nuevo. Las imágenes de un servicio de mapas solo se analizan después de que usted haya confirmado, una vez por servicio, que sus condiciones lo permiten; las de Google lo prohíben.</translation>
        </message>
        <message>
            <source>What a result means</source>
            <translation>Qué significa un resultado</translation>
        </message>
        <message>
            <source>Every polygon of a model is a draft until a person has approved it. Ground that could not be seen is reported as not observed: it never means that there is no mine. A new detection of the same image replaces drafts that nobody has touched, and leaves everything else as it is.</source>
            <translation>Cada polígono de un modelo es un borrador hasta que una persona lo aprueba. El terreno que no se pudo ver se informa como no observado: nunca significa que no haya mina. Una nueva detección en la misma imagen reemplaza los borradores que nadie ha tocado y deja todo lo demás como está.</translation>
        </message>
        <message>
            <source>Where things are</source>
            <translation>Dónde está cada cosa</translation>
        </message>
        <message>
            <source>Sectors are in a GeoPackage that any QGIS opens: its name stands on top of each dock, and each decision is saved at once. The table log in it keeps who did what when. New files go to the folder that you choose in the settings, else beside the QGIS project, else to your home folder.</source>
            <translation>Los sectores están en un GeoPackage que cualquier QGIS abre: su nombre figura en la parte superior de cada panel y cada decisión se guarda al instante. Su tabla log conserva quién hizo qué y cuándo. Los archivos nuevos van a la carpeta que usted elija en la configuración; si no, junto al proyecto de QGIS; si no, a su carpeta personal.</translation>
        </message>
        <message>
            <source>The engine</source>
            <translation>El motor</translation>
        </message>
        <message>
            <source>Models run in a program of its own beside QGIS, on this computer; no image leaves it. It is set up once, from the Imagery dock; without internet it takes a folder of wheels. When it fails, QGIS goes on, and the next request starts it again.</source>
            <translation>Los modelos se ejecutan en un programa aparte, junto a QGIS, en este equipo; ninguna imagen sale de él. Se instala una vez, desde el panel Imágenes; sin internet usa una carpeta de wheels. Si falla, QGIS continúa y la próxima solicitud lo inicia de nuevo.</translation>
        </message>
        <message>
            <source>Any segmentation model in ONNX format can be added with the tool button beside the model list. A model that does not say how to use it opens a form. Look at its test figures and limits before you trust it.</source>
            <translation>Cualquier modelo de segmentación en formato ONNX se puede añadir con el botón junto a la lista de modelos. Un modelo que no indica cómo usarlo abre un formulario. Mire sus cifras de prueba y sus límites antes de confiar en él.</translation>
        </message>
        <message>
            <source>Keys of the Annotation dock</source>
            <translation>Teclas del panel Anotación</translation>
        </message>
        <message>
            <source>This image cannot be opened. Check its source in the layer properties.</source>
            <translation>No se puede abrir esta imagen. Compruebe su fuente en las propiedades de la capa.</translation>
        </message>
        <message>
            <source>Google's map tiles: their terms forbid image analysis. Choose another image.</source>
            <translation>Teselas de mapa de Google: sus condiciones prohíben el análisis de imágenes. Elija otra imagen.</translation>
        </message>
        <message>
            <source>A map service. It is fetched as a picture, at the pixel size of the model, before it is analysed.</source>
            <translation>Un servicio de mapas. Antes de analizarlo se obtiene como imagen, con el tamaño de píxel del modelo.</translation>
        </message>
        <message>
            <source>1 band</source>
            <translation>1 banda</translation>
        </message>
        <message>
            <source>no coordinate reference system</source>
            <translation>sin sistema de referencia de coordenadas</translation>
        </message>
        <message>
            <source>A map service of {}. Whether it may be analysed has not been confirmed yet.</source>
            <translation>Un servicio de mapas de {}. Aún no se ha confirmado si se puede analizar.</translation>
        </message>
        <message>
            <source>{} × {} pixels</source>
            <translation>{} × {} píxeles</translation>
        </message>
        <message>
            <source>{} — its mask is gone: clouds would count as ground. Load the scene again.</source>
            <translation>{} — su máscara ya no está: las nubes contarían como terreno. Cargue la escena de nuevo.</translation>
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
            <translation>{} en el terreno</translation>
        </message>
        <message>
            <source>Sentinel-2 products (*.zip *.xml *.json)</source>
            <translation>Productos Sentinel-2 (*.zip *.xml *.json)</translation>
        </message>
        <message>
            <source>Open a SAFE folder</source>
            <translation>Abrir una carpeta SAFE</translation>
        </message>
        <message>
            <source>Open products</source>
            <translation>Abrir productos</translation>
        </message>
        <message>
            <source>{} is on the map. Load another scene, or go back to detect in it.</source>
            <translation>{} está en el mapa. Cargue otra escena o vuelva para detectar en ella.</translation>
        </message>
        <message>
            <source>Open images</source>
            <translation>Abrir imágenes</translation>
        </message>
        <message>
            <source>Drawing the sample scene…</source>
            <translation>Dibujando la escena de ejemplo…</translation>
        </message>
        <message>
            <source>Set up the engine first; it reads the products.</source>
            <translation>Instale primero el motor; es el que lee los productos.</translation>
        </message>
        <message>
            <source>Set up the engine first; then the sample scene opens by itself.</source>
            <translation>El motor dibuja la escena de ejemplo: instálelo primero y la escena se abrirá sola.</translation>
        </message>
        <message>
            <source>Sample scene</source>
            <translation>Escena de ejemplo</translation>
        </message>
        <message>
            <source>{} cannot be opened as an image.</source>
            <translation>{} no se puede abrir como imagen.</translation>
        </message>
        <message>
            <source>The sample scene cannot be opened: {}.</source>
            <translation>No se puede abrir la escena de ejemplo: {}.</translation>
        </message>
        <message>
            <source>The image lacks the bands for this, or nobody knows which they are. It needs {}.</source>
            <translation>A la imagen le faltan las bandas para esto, o nadie sabe cuáles son. Se necesitan: {}.</translation>
        </message>
        <message>
            <source>vegetation</source>
            <translation>vegetación</translation>
        </message>
        <message>
            <source>vegetation, red edge</source>
            <translation>vegetación, borde rojo</translation>
        </message>
        <message>
            <source>bare soil</source>
            <translation>suelo desnudo</translation>
        </message>
        <message>
            <source>open water</source>
            <translation>agua abierta</translation>
        </message>
        <message>
            <source>turbid water</source>
            <translation>agua turbia</translation>
        </message>
        <message>
            <source>iron oxide</source>
            <translation>óxido de hierro</translation>
        </message>
        <message>
            <source>ferric iron</source>
            <translation>hierro férrico</translation>
        </message>
        <message>
            <source>ferrous silicates</source>
            <translation>silicatos ferrosos</translation>
        </message>
        <message>
            <source>clay and hydroxyl</source>
            <translation>arcilla e hidroxilo</translation>
        </message>
        <message>
            <source>hematite and goethite</source>
            <translation>hematita y goethita</translation>
        </message>
        <message>
            <source>hematite and jarosite</source>
            <translation>hematita y jarosita</translation>
        </message>
        <message>
            <source>iron oxides, mixed</source>
            <translation>óxidos de hierro, mezclados</translation>
        </message>
        <message>
            <source>Date and source are still missing: no sector can be approved without them.</source>
            <translation>Aún faltan la fecha y la fuente: sin ellas no se puede aprobar ningún sector.</translation>
        </message>
        <message>
            <source>Red, green and blue, stretched to what the map shows</source>
            <translation>Rojo, verde y azul, con contraste ajustado a lo que muestra el mapa</translation>
        </message>
        <message>
            <source>red, green and blue</source>
            <translation>rojo, verde y azul</translation>
        </message>
        <message>
            <source>Short-wave infrared, near infrared and red: bare ground and water stand out</source>
            <translation>Infrarrojo de onda corta, infrarrojo cercano y rojo: destacan el suelo desnudo y el agua</translation>
        </message>
        <message>
            <source>short-wave infrared, near infrared and red (of Sentinel-2, load B12 or B11, B08 and B04)</source>
            <translation>infrarrojo de onda corta, infrarrojo cercano y rojo (de Sentinel-2, cargue B12 o B11, B08 y B04)</translation>
        </message>
        <message>
            <source>A spectral index as a layer of its own</source>
            <translation>Un índice espectral como capa propia</translation>
        </message>
        <message>
            <source>at least red with near infrared, green or blue</source>
            <translation>al menos rojo con infrarrojo cercano, verde o azul</translation>
        </message>
        <message>
            <source>My catalogue</source>
            <translation>Mi catálogo</translation>
        </message>
        <message>
            <source>Address (STAC API)</source>
            <translation>Dirección (API STAC)</translation>
        </message>
        <message>
            <source>{host}, confirmed by {by} on {on}</source>
            <translation>{host}, confirmado por {by} el {on}</translation>
        </message>
        <message>
            <source>'{}' is no address of a catalogue.</source>
            <translation>'{}' no es la dirección de un catálogo.</translation>
        </message>
        <message>
            <source>Sentinel-2 product, SAFE &amp;folder…</source>
            <translation>Producto Sentinel-2, &amp;carpeta SAFE…</translation>
        </message>
        <message>
            <source>Sentinel-2 product, &amp;zip…</source>
            <translation>Producto Sentinel-2, &amp;zip…</translation>
        </message>
        <message>
            <source>&amp;Image file…</source>
            <translation>Archivo de &amp;imagen…</translation>
        </message>
        <message>
            <source>&amp;Search Sentinel-2…</source>
            <translation>&amp;Buscar Sentinel-2…</translation>
        </message>
        <message>
            <source>Sam&amp;ple scene</source>
            <translation>&amp;Escena de ejemplo</translation>
        </message>
        <message>
            <source>Asking the service…</source>
            <translation>Preguntando al servicio…</translation>
        </message>
        <message>
            <source>Building overviews… You can go on working.</source>
            <translation>Generando pirámides… Puede seguir trabajando.</translation>
        </message>
        <message>
            <source>This picture comes from {}. Many services forbid the analysis of their pictures by programs; whether this one permits it stands in its terms of use. You are asked once per service.</source>
            <translation>Esta imagen proviene de {}. Muchos servicios prohíben que sus imágenes se analicen con programas; si este lo permite, consta en sus condiciones de uso. Se le pregunta una vez por servicio.</translation>
        </message>
        <message>
            <source>This is the picture in the middle of the map; elsewhere the mosaic can be older or newer.</source>
            <translation>Esta es la imagen del centro del mapa; en otros lugares el mosaico puede ser más antiguo o más reciente.</translation>
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
            <translation>El servicio no lo dice. Introduzca fecha y fuente.</translation>
        </message>
        <message>
            <source>This image is slow when zoomed out. Overviews help; they take about {} MB beside the file.</source>
            <translation>Esta imagen es lenta al alejar el zum. Las pirámides ayudan; ocupan unos {} MB junto al archivo.</translation>
        </message>
        <message>
            <source>Building overviews…</source>
            <translation>Generando pirámides…</translation>
        </message>
        <message>
            <source>Its places are within {} m.</source>
            <translation>La exactitud de sus posiciones es de {} m.</translation>
        </message>
        <message>
            <source>cannot be told</source>
            <translation>no se puede determinar</translation>
        </message>
        <message>
            <source>Point {}: what is at the ring?</source>
            <translation>Punto {}: ¿qué hay en el anillo?</translation>
        </message>
        <message>
            <source>The labelling window is closed. Open it again.</source>
            <translation>La ventana de etiquetado está cerrada. Ábrala de nuevo.</translation>
        </message>
        <message>
            <source>All points are labelled by others.</source>
            <translation>Otras personas ya han etiquetado todos los puntos.</translation>
        </message>
        <message>
            <source>There is nothing for you to check: nobody checks their own labels. Another person writes another name above.</source>
            <translation>No hay nada que usted pueda comprobar: nadie comprueba sus propias etiquetas. Otra persona debe escribir otro nombre arriba.</translation>
        </message>
        <message>
            <source>No two readers differ.</source>
            <translation>No hay diferencias entre intérpretes.</translation>
        </message>
        <message>
            <source>Label {}</source>
            <translation>Etiqueta {}</translation>
        </message>
        <message>
            <source>All points are labelled. Assess accuracy, or let a second person check them.</source>
            <translation>Todos los puntos están etiquetados. Evalúe la exactitud o deje que una segunda persona los compruebe.</translation>
        </message>
        <message>
            <source>All points are checked. Where you differ from the first reader, decide together.</source>
            <translation>Todos los puntos están comprobados. Donde difiera del primer intérprete, decidan juntos.</translation>
        </message>
        <message>
            <source>All differences are decided. Assess accuracy.</source>
            <translation>Todas las diferencias están decididas. Evalúe la exactitud.</translation>
        </message>
        <message>
            <source>{} cannot be told</source>
            <translation>{} no se pueden determinar</translation>
        </message>
        <message>
            <source>{} by others</source>
            <translation>{} por otras personas</translation>
        </message>
        <message>
            <source>no image</source>
            <translation>sin imagen</translation>
        </message>
        <message>
            <source>no image chosen</source>
            <translation>ninguna imagen elegida</translation>
        </message>
        <message>
            <source>there is no image; open one in the Imagery dock</source>
            <translation>no hay ninguna imagen; abra una en el panel Imágenes</translation>
        </message>
        <message>
            <source>no date known</source>
            <translation>fecha desconocida</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Etiquetar</translation>
        </message>
        <message>
            <source>Check as a second person</source>
            <translation>Comprobar como segunda persona</translation>
        </message>
        <message>
            <source>Decide differences</source>
            <translation>Decidir las diferencias</translation>
        </message>
        <message>
            <source>what speaks for it, what was in doubt</source>
            <translation>qué lo apoya, qué era dudoso</translation>
        </message>
        <message>
            <source>The images do not show what it is; the point counts in no figure.</source>
            <translation>Las imágenes no muestran qué es; el punto no cuenta en ninguna cifra.</translation>
        </message>
        <message>
            <source>Your label counts, and it is noted that you were not sure.</source>
            <translation>Su etiqueta cuenta y se anota que usted no tenía certeza.</translation>
        </message>
        <message>
            <source>Look at it again at the end.</source>
            <translation>Mirarlo de nuevo al final.</translation>
        </message>
        <message>
            <source>Second date</source>
            <translation>Segunda fecha</translation>
        </message>
        <message>
            <source>Leave out: not observed</source>
            <translation>Omitir: no observado</translation>
        </message>
        <message>
            <source>Give the model a title.</source>
            <translation>Dé un título al modelo.</translation>
        </message>
        <message>
            <source>Name the bands that go in, in order, for example: red, green, blue.</source>
            <translation>Indique las bandas de entrada, en orden, por ejemplo: red, green, blue.</translation>
        </message>
        <message>
            <source>Say at which pixel size the model was trained: it only works near that size.</source>
            <translation>Indique con qué tamaño de píxel se entrenó el modelo: solo funciona cerca de ese tamaño.</translation>
        </message>
        <message>
            <source>Add the classes that come out, in order.</source>
            <translation>Añada las clases de salida, en orden.</translation>
        </message>
        <message>
            <source>colours 0 to 255</source>
            <translation>colores de 0 a 255</translation>
        </message>
        <message>
            <source>reflectance 0 to 1</source>
            <translation>reflectancia de 0 a 1</translation>
        </message>
        <message>
            <source>the image's own numbers</source>
            <translation>los números propios de la imagen</translation>
        </message>
        <message>
            <source>raw scores (logits)</source>
            <translation>puntuaciones sin procesar (logits)</translation>
        </message>
        <message>
            <source>probabilities 0 to 1</source>
            <translation>probabilidades de 0 a 1</translation>
        </message>
        <message>
            <source>the number of the class</source>
            <translation>el número de la clase</translation>
        </message>
        <message>
            <source>Name in the model</source>
            <translation>Nombre en el modelo</translation>
        </message>
        <message>
            <source>Is</source>
            <translation>Corresponde a</translation>
        </message>
        <message>
            <source>The model takes {wanted} bands; you have named {named}.</source>
            <translation>El modelo recibe {wanted} bandas; usted ha indicado {named}.</translation>
        </message>
        <message>
            <source>Choose what class {} is.</source>
            <translation>Elija a qué corresponde la clase {}.</translation>
        </message>
        <message>
            <source>{} does not say how to use it. Fill in what you know; it stays with the model.</source>
            <translation>{} no indica cómo usarlo. Complete lo que sepa; queda junto al modelo.</translation>
        </message>
        <message>
            <source>class {}</source>
            <translation>clase {}</translation>
        </message>
        <message>
            <source>On this image: {}</source>
            <translation>En esta imagen: {}</translation>
        </message>
        <message>
            <source>'{}' suits this image better.</source>
            <translation>'{}' conviene más a esta imagen.</translation>
        </message>
        <message>
            <source>Add a model</source>
            <translation>Añadir un modelo</translation>
        </message>
        <message>
            <source>Made for pixels of {}</source>
            <translation>Hecho para píxeles de {}</translation>
        </message>
        <message>
            <source>Its card gives no test result: nobody knows how good it is.</source>
            <translation>Su ficha no da ningún resultado de prueba: nadie sabe qué tan bueno es.</translation>
        </message>
        <message>
            <source>The model '{}' is installed.</source>
            <translation>El modelo '{}' está instalado.</translation>
        </message>
        <message>
            <source>Checking '{}'…</source>
            <translation>Comprobando '{}'…</translation>
        </message>
        <message>
            <source>Learned from: {}</source>
            <translation>Aprendió de: {}</translation>
        </message>
        <message>
            <source> (runs from {low} to {high})</source>
            <translation> (funciona de {low} a {high})</translation>
        </message>
        <message>
            <source>Tested: {}</source>
            <translation>Probado: {}</translation>
        </message>
        <message>
            <source> (and {} more, see the tooltip)</source>
            <translation> (y {} más, vea la ayuda emergente)</translation>
        </message>
        <message>
            <source>{} ms a tile.</source>
            <translation>{} ms por tesela.</translation>
        </message>
        <message>
            <source>'{name}' cannot be used. {problems}</source>
            <translation>No se puede usar '{name}'. {problems}</translation>
        </message>
        <message>
            <source>Limits: {}</source>
            <translation>Límites: {}</translation>
        </message>
        <message>
            <source>'{}' works.</source>
            <translation>'{}' funciona.</translation>
        </message>
        <message>
            <source>LAMES (as published)</source>
            <translation>LAMES (como se publicó)</translation>
        </message>
        <message>
            <source>Safe for colour-blind readers</source>
            <translation>Aptos para personas daltónicas</translation>
        </message>
        <message>
            <source>Drag on the map to draw it. Escape gives up.</source>
            <translation>Arrastre en el mapa para dibujarlo. Escape lo cancela.</translation>
        </message>
        <message>
            <source>Select one or more polygons on the map first.</source>
            <translation>Seleccione primero uno o más polígonos en el mapa.</translation>
        </message>
        <message>
            <source>Select polygons with QGIS's own selection tools.</source>
            <translation>Seleccione polígonos con las herramientas de selección de QGIS.</translation>
        </message>
        <message>
            <source>Draw a rectangle on the map first.</source>
            <translation>Dibuje primero un rectángulo en el mapa.</translation>
        </message>
        <message>
            <source>{count} selected in '{layer}'.</source>
            <translation>{count} seleccionados en '{layer}'.</translation>
        </message>
        <message>
            <source>Detecting… (preview)</source>
            <translation>Detectando… (vista previa)</translation>
        </message>
        <message>
            <source>&amp;Open a project file…</source>
            <translation>&amp;Abrir un archivo de proyecto…</translation>
        </message>
        <message>
            <source>&amp;New project file…</source>
            <translation>&amp;Nuevo archivo de proyecto…</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>&amp;Configuración…</translation>
        </message>
        <message>
            <source>&amp;Help (F1)</source>
            <translation>A&amp;yuda (F1)</translation>
        </message>
        <message>
            <source>No project file yet</source>
            <translation>Aún no hay archivo de proyecto</translation>
        </message>
        <message>
            <source>The first detection makes one.</source>
            <translation>La primera detección crea uno.</translation>
        </message>
        <message>
            <source>Open a project file</source>
            <translation>Abrir un archivo de proyecto</translation>
        </message>
        <message>
            <source>Project files (*.gpkg)</source>
            <translation>Archivos de proyecto (*.gpkg)</translation>
        </message>
        <message>
            <source>New project file</source>
            <translation>Nuevo archivo de proyecto</translation>
        </message>
        <message>
            <source>{} holds no sectors. Choose a project file of Mining Monitor.</source>
            <translation>{} no contiene sectores. Elija un archivo de proyecto de Mining Monitor.</translation>
        </message>
        <message>
            <source>Sectors go into {} from now on.</source>
            <translation>Desde ahora los sectores se guardan en {}.</translation>
        </message>
        <message>
            <source>Image date and source</source>
            <translation>Fecha y fuente de la imagen</translation>
        </message>
        <message>
            <source>Areas before (outline) and after (filled)</source>
            <translation>Áreas antes (contorno) y después (relleno)</translation>
        </message>
        <message>
            <source>Choose a file.</source>
            <translation>Elija un archivo.</translation>
        </message>
        <message>
            <source>{} exists already and will be replaced.</source>
            <translation>{} ya existe y se reemplazará.</translation>
        </message>
        <message>
            <source>No sector is in the chosen states.</source>
            <translation>No hay ningún sector en los estados elegidos.</translation>
        </message>
        <message>
            <source>Say why exact places of artisanal sites leave the house; it is recorded beside the file.</source>
            <translation>Indique por qué salen de la organización ubicaciones exactas de sitios artesanales; se registra junto al archivo.</translation>
        </message>
        <message>
            <source>Save your edits first: the export reads what is saved.</source>
            <translation>Guarde primero sus ediciones: la exportación lee lo guardado.</translation>
        </message>
        <message>
            <source>Keep it, write another file</source>
            <translation>Conservarlo y escribir otro archivo</translation>
        </message>
        <message>
            <source>{} artisanal sites are among them: they are counted, their places stay out of the report.</source>
            <translation>Hay {} sitios artesanales entre ellos: se cuentan, pero sus ubicaciones no figuran en el informe.</translation>
        </message>
        <message>
            <source>⚠ Exact places of {} artisanal sites would be published. That can put people at risk.</source>
            <translation>⚠ Se publicarían las ubicaciones exactas de {} sitios artesanales. Eso puede poner en riesgo a personas.</translation>
        </message>
        <message>
            <source>{} artisanal sites are among them: they become cells of 0.1°, all others stay as they are.</source>
            <translation>Entre ellos hay {} sitios artesanales: se convierten en celdas de 0,1°; todos los demás quedan como están.</translation>
        </message>
        <message>
            <source>Samples (*.gpkg *.geojson)</source>
            <translation>Muestras (*.gpkg *.geojson)</translation>
        </message>
        <message>
            <source>Points to label. A sample can be shared: assess any map with it.</source>
            <translation>Puntos que etiquetar. Una muestra se puede compartir: evalúe con ella cualquier mapa.</translation>
        </message>
        <message>
            <source>As needed: a standard error of 0.01 of overall accuracy.</source>
            <translation>Los necesarios: un error estándar de 0.01 de la exactitud global.</translation>
        </message>
        <message>
            <source>Draw points at random in each class of the map, into a new file.</source>
            <translation>Generar puntos al azar en cada clase del mapa, en un archivo nuevo.</translation>
        </message>
        <message>
            <source>Say what is at each point, from images of two dates, blind to the map.</source>
            <translation>Decir qué hay en cada punto, con imágenes de dos fechas y sin ver el mapa.</translation>
        </message>
        <message>
            <source>Accuracy and corrected areas with their 95 % intervals.</source>
            <translation>Exactitud y áreas corregidas con sus intervalos del 95 %.</translation>
        </message>
        <message>
            <source>site</source>
            <translation>sitio</translation>
        </message>
        <message>
            <source>commodity (table of sites)…</source>
            <translation>producto mineral (tabla de sitios)…</translation>
        </message>
        <message>
            <source>choose earlier sectors</source>
            <translation>elegir sectores anteriores</translation>
        </message>
        <message>
            <source>polygons of {}</source>
            <translation>polígonos de {}</translation>
        </message>
        <message>
            <source>The engine is counting.</source>
            <translation>El motor está calculando.</translation>
        </message>
        <message>
            <source>Sum up areas</source>
            <translation>Sumar áreas</translation>
        </message>
        <message>
            <source>The layer of the polygons is gone. Choose another one.</source>
            <translation>La capa de los polígonos ya no está. Elija otra.</translation>
        </message>
        <message>
            <source>Choose the earlier sectors first: any polygon layer with a column 'class'.</source>
            <translation>Elija antes los sectores anteriores: cualquier capa de polígonos con una columna 'class'.</translation>
        </message>
        <message>
            <source>Table of sites</source>
            <translation>Tabla de sitios</translation>
        </message>
        <message>
            <source>Compare with {}</source>
            <translation>Comparar con {}</translation>
        </message>
        <message>
            <source>{}…</source>
            <translation>{}…</translation>
        </message>
        <message>
            <source>Overall accuracy {}; more in the Report dock.</source>
            <translation>Exactitud global {}; más en el panel Informe.</translation>
        </message>
        <message>
            <source>{union} of ground in all ({sum} before overlaps are counted once).</source>
            <translation>{union} de terreno en total ({sum} antes de contar los solapes una sola vez).</translation>
        </message>
        <message>
            <source>{labelled} points used, {unlabelled} not labelled, {unknown} cannot be told.</source>
            <translation>{labelled} puntos usados, {unlabelled} sin etiquetar, {unknown} no se pueden determinar.</translation>
        </message>
        <message>
            <source>Below unit</source>
            <translation>Menor que la unidad</translation>
        </message>
        <message>
            <source>All classes</source>
            <translation>Todas las clases</translation>
        </message>
        <message>
            <source>The file does not say what was observed: no sector does not mean no mine.</source>
            <translation>El archivo no indica qué se observó: que no haya sector no significa que no haya mina.</translation>
        </message>
        <message>
            <source>new</source>
            <translation>nuevo</translation>
        </message>
        <message>
            <source>expanded</source>
            <translation>ampliado</translation>
        </message>
        <message>
            <source>contracted</source>
            <translation>reducido</translation>
        </message>
        <message>
            <source>stable</source>
            <translation>estable</translation>
        </message>
        <message>
            <source>dormant</source>
            <translation>inactivo</translation>
        </message>
        <message>
            <source>no longer mapped</source>
            <translation>ya no cartografiado</translation>
        </message>
        <message>
            <source>not observed</source>
            <translation>no observado</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Puntos</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Proporción</translation>
        </message>
        <message>
            <source>Two readers agree on {agreed} % of {checked} points.</source>
            <translation>Dos intérpretes coinciden en el {agreed} % de {checked} puntos.</translation>
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
            <translation>Cartografiado</translation>
        </message>
        <message>
            <source>{} was observed; outside of it nothing is known.</source>
            <translation>Se observó {}; fuera de ahí no se sabe nada.</translation>
        </message>
        <message>
            <source>Expansion</source>
            <translation>Expansión</translation>
        </message>
        <message>
            <source>No longer mapped</source>
            <translation>Ya no cartografiado</translation>
        </message>
        <message>
            <source>Became another class</source>
            <translation>Pasó a otra clase</translation>
        </message>
        <message>
            <source>Not counted (within tolerance)</source>
            <translation>No contado (dentro de la tolerancia)</translation>
        </message>
        <message>
            <source>Not observed at one date</source>
            <translation>No observado en una de las fechas</translation>
        </message>
        <message>
            <source>{} points drawn. Label them next: the window hides the map.</source>
            <translation>{} puntos generados. Ahora etiquételos: la ventana oculta el mapa.</translation>
        </message>
        <message>
            <source>{} ± {} %</source>
            <translation>{} ± {} %</translation>
        </message>
        <message>
            <source>no date</source>
            <translation>sin fecha</translation>
        </message>
        <message>
            <source>User's</source>
            <translation>Del usuario</translation>
        </message>
        <message>
            <source>Producer's</source>
            <translation>Del productor</translation>
        </message>
        <message>
            <source>Corrected area</source>
            <translation>Área corregida</translation>
        </message>
        <message>
            <source>{} %</source>
            <translation>{} %</translation>
        </message>
        <message>
            <source>{} more rows are in the table.</source>
            <translation>Hay {} filas más en la tabla.</translation>
        </message>
        <message>
            <source>all</source>
            <translation>todo</translation>
        </message>
        <message>
            <source>{} of the sectors lie outside.</source>
            <translation>{} de los sectores quedan fuera.</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Tasa</translation>
        </message>
        <message>
            <source>{} % a year</source>
            <translation>{} % al año</translation>
        </message>
        <message>
            <source>Overall accuracy {}</source>
            <translation>Exactitud global {}</translation>
        </message>
        <message>
            <source>&amp;Write report</source>
            <translation>&amp;Escribir informe</translation>
        </message>
        <message>
            <source>&amp;Write report on {}, replacing the file</source>
            <translation>&amp;Escribir informe sobre {} y reemplazar el archivo</translation>
        </message>
        <message>
            <source>&amp;Write report on {}</source>
            <translation>&amp;Escribir informe sobre {}</translation>
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
            <translation>&amp;Exportar {} y reemplazar el archivo</translation>
        </message>
        <message>
            <source>Write report: {}</source>
            <translation>Escribir informe: {}</translation>
        </message>
        <message>
            <source>Figures of 'Assess accuracy' (*.json)</source>
            <translation>Cifras de 'Evaluar la exactitud' (*.json)</translation>
        </message>
        <message>
            <source>What 'Assess accuracy' wrote; gives the areas their intervals.</source>
            <translation>Lo que escribió 'Evaluar la exactitud'; da a las áreas sus intervalos.</translation>
        </message>
        <message>
            <source>Web pages (*.html)</source>
            <translation>Páginas web (*.html)</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>Archivos PDF (*.pdf)</translation>
        </message>
        <message>
            <source>GeoJSON (*.geojson)</source>
            <translation>GeoJSON (*.geojson)</translation>
        </message>
        <message>
            <source>Report (all fields, RFC 7946)</source>
            <translation>Informe (todos los campos, RFC 7946)</translation>
        </message>
        <message>
            <source>For GIS, web maps and archives</source>
            <translation>Para SIG, mapas web y archivos históricos</translation>
        </message>
        <message>
            <source>The fields of the LAMES dataset, for training and exchange</source>
            <translation>Los campos del conjunto de datos LAMES, para entrenamiento e intercambio</translation>
        </message>
        <message>
            <source>Report on sites (web page)</source>
            <translation>Informe de sitios (página web)</translation>
        </message>
        <message>
            <source>Maps, areas, change and method; needs no other file</source>
            <translation>Mapas, áreas, cambios y método; no necesita ningún otro archivo</translation>
        </message>
        <message>
            <source>Report on sites (PDF)</source>
            <translation>Informe de sitios (PDF)</translation>
        </message>
        <message>
            <source>The same on A4; screen readers are better served by the web page</source>
            <translation>Lo mismo en A4; para lectores de pantalla es mejor la página web</translation>
        </message>
        <message>
            <source>exact outlines</source>
            <translation>contornos exactos</translation>
        </message>
        <message>
            <source>exact outlines, artisanal sites in cells</source>
            <translation>contornos exactos, sitios artesanales en celdas</translation>
        </message>
        <message>
            <source>cells of 0.01° (about 1 km)</source>
            <translation>celdas de 0.01° (aprox. 1 km)</translation>
        </message>
        <message>
            <source>cells of 0.05° (about 5 km)</source>
            <translation>celdas de 0.05° (aprox. 5 km)</translation>
        </message>
        <message>
            <source>cells of 0.1° (about 10 km)</source>
            <translation>celdas de 0.1° (aprox. 10 km)</translation>
        </message>
        <message>
            <source>none: no change</source>
            <translation>ninguno: sin cambios</translation>
        </message>
        <message>
            <source>none: plain maps</source>
            <translation>ninguna: mapas sin imagen</translation>
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
            <translation>Vista previa del informe</translation>
        </message>
        <message>
            <source>&amp;Open in the browser</source>
            <translation>A&amp;brir en el navegador</translation>
        </message>
        <message>
            <source>Pages; the page in the browser can be read by a screen reader</source>
            <translation>Páginas; un lector de pantalla puede leer la página en el navegador</translation>
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
            <translation>las primeras {shown} de {count} páginas</translation>
        </message>
        <message>
            <source>Page {}</source>
            <translation>Página {}</translation>
        </message>
        <message>
            <source>{sites} sites, {sectors} written to {file}.</source>
            <translation>{sites} sitios, {sectors}; escrito en {file}.</translation>
        </message>
        <message>
            <source>{sectors} written to {file}.</source>
            <translation>Escrito en {file}: {sectors}.</translation>
        </message>
        <message>
            <source>Left out: {}.</source>
            <translation>Omitidos: {}.</translation>
        </message>
        <message>
            <source>No new sector: what was found is on the map already</source>
            <translation>Ningún sector nuevo: lo encontrado ya está en el mapa</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>sin datos</translation>
        </message>
        <message>
            <source>masked</source>
            <translation>enmascarado</translation>
        </message>
        <message>
            <source>cloud</source>
            <translation>nube</translation>
        </message>
        <message>
            <source>1 tile</source>
            <translation>1 tesela</translation>
        </message>
        <message>
            <source>{sectors}, {area}</source>
            <translation>{sectors}, {area}</translation>
        </message>
        <message>
            <source>{area} not observed</source>
            <translation>{area} sin observar</translation>
        </message>
        <message>
            <source>{model}, {tiles} at {gsd} in {seconds}.</source>
            <translation>{model}, {tiles} a {gsd} en {seconds}.</translation>
        </message>
        <message>
            <source>1 earlier draft that nobody had touched was replaced.</source>
            <translation>Se reemplazó 1 borrador anterior que nadie había tocado.</translation>
        </message>
        <message>
            <source>Area, ha</source>
            <translation>Área, ha</translation>
        </message>
        <message>
            <source>{} tiles</source>
            <translation>{} teselas</translation>
        </message>
        <message>
            <source>No mining sector found in {area} observed</source>
            <translation>No se encontró ningún sector minero en {area} de terreno observado</translation>
        </message>
        <message>
            <source>{} earlier drafts that nobody had touched were replaced.</source>
            <translation>Se reemplazaron {} borradores anteriores que nadie había tocado.</translation>
        </message>
        <message>
            <source>What people have deleted in this image, the last first. Nothing of it is lost.</source>
            <translation>Lo que se ha eliminado en esta imagen, lo último primero. Nada de ello se ha perdido.</translation>
        </message>
        <message>
            <source>Deleted sectors</source>
            <translation>Sectores eliminados</translation>
        </message>
        <message>
            <source>Nobody has deleted a sector of this image. Drafts that a new run replaced are not listed.</source>
            <translation>Nadie ha eliminado ningún sector de esta imagen. No figuran los borradores que reemplazó una nueva ejecución.</translation>
        </message>
        <message>
            <source>&amp;Bring it back</source>
            <translation>&amp;Recuperarlo</translation>
        </message>
        <message>
            <source>&amp;History</source>
            <translation>&amp;Historial</translation>
        </message>
        <message>
            <source>Bring a sector back</source>
            <translation>Recuperar un sector</translation>
        </message>
        <message>
            <source>The log belongs to a project file. Open one first.</source>
            <translation>El registro pertenece a un archivo de proyecto. Abra uno antes.</translation>
        </message>
        <message>
            <source>{what}, deleted by {who}, {when} UTC</source>
            <translation>{what}, eliminado por {who}, {when} UTC</translation>
        </message>
        <message>
            <source>{} is back and wants a review. Z takes it back.</source>
            <translation>Se ha recuperado {} y requiere revisión. Z lo deshace.</translation>
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
            <translation>Significado de los &amp;campos…</translation>
        </message>
        <message>
            <source>Read as you said: {}</source>
            <translation>Leído como usted indicó: {}</translation>
        </message>
        <message>
            <source>Read as last time: {}</source>
            <translation>Leído como la última vez: {}</translation>
        </message>
        <message>
            <source>Read as its fields are called: {}</source>
            <translation>Leído según los nombres de sus campos: {}</translation>
        </message>
        <message>
            <source>What the fields mean</source>
            <translation>Significado de los campos</translation>
        </message>
        <message>
            <source>No class; to be given later</source>
            <translation>Sin clase; se asignará después</translation>
        </message>
        <message>
            <source>&amp;Look into the file</source>
            <translation>&amp;Examinar el archivo</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Capa</translation>
        </message>
        <message>
            <source>Without a class</source>
            <translation>Sin clase</translation>
        </message>
        <message>
            <source>(nothing)</source>
            <translation>(nada)</translation>
        </message>
        <message>
            <source>No field tells the class: all features get the one below.</source>
            <translation>Ningún campo indica la clase: todos los objetos reciben la de abajo.</translation>
        </message>
        <message>
            <source>What the values of '{}' mean</source>
            <translation>Significado de los valores de '{}'</translation>
        </message>
        <message>
            <source>{file} is no file that says itself what its fields mean (polygons: {count}). Say it once; layers with the same fields are read the same way next time.</source>
            <translation>{file} no indica por sí mismo qué significan sus campos (polígonos: {count}). Indíquelo una vez; las capas con los mismos campos se leerán igual la próxima vez.</translation>
        </message>
        <message>
            <source>'{name}' has {count} values: is it the class? The commonest are</source>
            <translation>'{name}' tiene {count} valores: ¿es la clase? Los más frecuentes son</translation>
        </message>
        <message>
            <source>{} (empty)</source>
            <translation>{} (vacío)</translation>
        </message>
        <message>
            <source>What the last run would change where people have worked: take or refuse each</source>
            <translation>Lo que la última ejecución cambiaría donde han trabajado personas: acepte o descarte cada propuesta</translation>
        </message>
        <message>
            <source>{} of the last run</source>
            <translation>{} de la última ejecución</translation>
        </message>
        <message>
            <source>Proposals</source>
            <translation>Propuestas</translation>
        </message>
        <message>
            <source>Class of the proposals shown</source>
            <translation>Clase de las propuestas mostradas</translation>
        </message>
        <message>
            <source>Why, in a few words (optional; kept in the log)</source>
            <translation>Motivo, en pocas palabras (opcional; queda en el registro)</translation>
        </message>
        <message>
            <source>Reason of the decision</source>
            <translation>Motivo de la decisión</translation>
        </message>
        <message>
            <source>IoU</source>
            <translation>IoU</translation>
        </message>
        <message>
            <source>&amp;Take (T)</source>
            <translation>Acep&amp;tar (T)</translation>
        </message>
        <message>
            <source>&amp;Refuse (R)</source>
            <translation>Desca&amp;rtar (R)</translation>
        </message>
        <message>
            <source>Take all {}</source>
            <translation>Aceptar todo: {}</translation>
        </message>
        <message>
            <source>Refuse all {}</source>
            <translation>Descartar todo: {}</translation>
        </message>
        <message>
            <source>&amp;Take {} (T)</source>
            <translation>Acep&amp;tar {} (T)</translation>
        </message>
        <message>
            <source>&amp;Refuse {} (R)</source>
            <translation>Desca&amp;rtar {} (R)</translation>
        </message>
        <message>
            <source>1 proposal</source>
            <translation>1 propuesta</translation>
        </message>
        <message>
            <source>Taking makes it a sector of yours that wants a review; refusing rejects the draft and keeps it.</source>
            <translation>Si la acepta, pasa a ser un sector suyo que requiere revisión; si la descarta, el borrador se rechaza y se conserva.</translation>
        </message>
        <message>
            <source>Taking rejects the sector and keeps it in the file; refusing leaves it as it is.</source>
            <translation>Si la acepta, el sector se rechaza y se conserva en el archivo; si la descarta, queda como está.</translation>
        </message>
        <message>
            <source>Taking keeps the sector's identity and asks for a new review; refusing leaves it as it is.</source>
            <translation>Si la acepta, el sector conserva su identidad y requiere una nueva revisión; si la descarta, queda como está.</translation>
        </message>
        <message>
            <source>{name} ({state}): the new run sees another class, {classes}.</source>
            <translation>{name} ({state}): la nueva ejecución ve otra clase, {classes}.</translation>
        </message>
        <message>
            <source>Additions</source>
            <translation>Adiciones</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Cambios</translation>
        </message>
        <message>
            <source>Disappearances</source>
            <translation>Desapariciones</translation>
        </message>
        <message>
            <source>{} proposals</source>
            <translation>{} propuestas</translation>
        </message>
        <message>
            <source>{}: outline</source>
            <translation>{}: contorno</translation>
        </message>
        <message>
            <source>{name} ({state}): the new run draws another outline.</source>
            <translation>{name} ({state}): la nueva ejecución traza otro contorno.</translation>
        </message>
        <message>
            <source>The new run has found a sector where people have mapped none: {}.</source>
            <translation>La nueva ejecución ha encontrado un sector donde nadie había cartografiado ninguno: {}.</translation>
        </message>
        <message>
            <source>The outlines share {:.0f} % of their ground (IoU {:.2f}).</source>
            <translation>Los contornos comparten el {:.0f} % de su terreno (IoU {:.2f}).</translation>
        </message>
        <message>
            <source>Mean score of the run: {:.0f} %</source>
            <translation>Puntuación media de la ejecución: {:.0f} %</translation>
        </message>
        <message>
            <source>{name} ({state}): the new run finds next to nothing of it.</source>
            <translation>{name} ({state}): la nueva ejecución no encuentra casi nada de él.</translation>
        </message>
        <message>
            <source>No proposals are open. What people have worked on and what the last run found are settled.</source>
            <translation>No quedan propuestas pendientes. Lo trabajado por personas y lo hallado por la última ejecución está resuelto.</translation>
        </message>
        <message>
            <source>Take {}</source>
            <translation>Aceptar {}</translation>
        </message>
        <message>
            <source>Refuse {}</source>
            <translation>Descartar {}</translation>
        </message>
        <message>
            <source>{} taken. Z takes it back.</source>
            <translation>Aceptado: {}. Z lo deshace.</translation>
        </message>
        <message>
            <source>{} refused. Z takes it back.</source>
            <translation>Descartado: {}. Z lo deshace.</translation>
        </message>
        <message>
            <source>Proposals belong to the sectors of a project file. Open one first.</source>
            <translation>Las propuestas pertenecen a los sectores de un archivo de proyecto. Abra uno antes.</translation>
        </message>
        <message>
            <source>{}: what the last run would change where people have worked. Nothing is changed until you take it.</source>
            <translation>{}: lo que la última ejecución cambiaría donde han trabajado personas. Nada cambia hasta que usted lo acepte.</translation>
        </message>
        <message>
            <source>On the map: dashed is the shape now, full is the one proposed.</source>
            <translation>En el mapa: la forma actual, a trazos; la propuesta, con línea continua.</translation>
        </message>
        <message>
            <source>Done again.</source>
            <translation>Rehecho.</translation>
        </message>
        <message>
            <source>Left open, because the sector was changed since the run: {}.</source>
            <translation>Queda pendiente, porque el sector cambió después de la ejecución: {}.</translation>
        </message>
        <message>
            <source>Fix (V)</source>
            <translation>Corregir (V)</translation>
        </message>
        <message>
            <source>Search name, site, comment ( / )</source>
            <translation>Buscar nombre, sitio, comentario ( / )</translation>
        </message>
        <message>
            <source>Search in the list of sectors</source>
            <translation>Buscar en la lista de sectores</translation>
        </message>
        <message>
            <source>Sort again: what needs you most comes first, what was skipped last</source>
            <translation>Ordenar de nuevo: primero lo que más le requiere, al final lo omitido</translation>
        </message>
        <message>
            <source>Sort by what needs you most</source>
            <translation>Ordenar según lo que más le requiere</translation>
        </message>
        <message>
            <source>Progress of the review</source>
            <translation>Avance de la revisión</translation>
        </message>
        <message>
            <source>The class is right, the outline is not: go close to the sector and redraw its border (V)</source>
            <translation>La clase es correcta, el contorno no: acérquese al sector y vuelva a trazar su borde (V)</translation>
        </message>
        <message>
            <source>Put the sector off until all others are decided (K)</source>
            <translation>Aplazar el sector hasta que estén decididos todos los demás (K)</translation>
        </message>
        <message>
            <source>Comment (C); Enter saves it</source>
            <translation>Comentario (C); Intro lo guarda</translation>
        </message>
        <message>
            <source>Comment of the selected sectors</source>
            <translation>Comentario de los sectores seleccionados</translation>
        </message>
        <message>
            <source>Of 100: how unsure the model is (45), how far the last map contradicts it (25), signs of a look-alike such as an unusual size or an earlier rejection (15), and its area (15)</source>
            <translation>De 100: cuánto duda el modelo (45), cuánto lo contradice el último mapa (25), indicios de confusión como un tamaño inusual o un rechazo anterior (15) y su área (15)</translation>
        </message>
        <message>
            <source>S&amp;kip</source>
            <translation>&amp;Omitir</translation>
        </message>
        <message>
            <source>{done} of {total} decided</source>
            <translation>{done} de {total} decididos</translation>
        </message>
        <message>
            <source>{} get the same comment</source>
            <translation>{} reciben el mismo comentario</translation>
        </message>
        <message>
            <source>{} skipped</source>
            <translation>{} omitidos</translation>
        </message>
        <message>
            <source>QGIS ended unexpectedly while {name} was open. Every edit up to {when} UTC ({who}) is saved.</source>
            <translation>QGIS se cerró de forma inesperada con {name} abierto. Están guardadas todas las ediciones hasta {when} UTC ({who}).</translation>
        </message>
        <message>
            <source>Go on with it</source>
            <translation>Continuar con él</translation>
        </message>
        <message>
            <source>QGIS ended unexpectedly while {} was open.</source>
            <translation>QGIS se cerró de forma inesperada con {} abierto.</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>desconocido</translation>
        </message>
        <message>
            <source>Detecting mining sectors…</source>
            <translation>Detectando sectores mineros…</translation>
        </message>
        <message>
            <source>Scenes found</source>
            <translation>Escenas encontradas</translation>
        </message>
        <message>
            <source>Reading its metadata…</source>
            <translation>Leyendo sus metadatos…</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Cargando…</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was written.</source>
            <translation>Cancelado. No se escribió nada.</translation>
        </message>
        <message>
            <source>Choose a product or a scene first.</source>
            <translation>Elija primero un producto o una escena.</translation>
        </message>
        <message>
            <source>Choose whether the offset has been applied already; the form says why.</source>
            <translation>Elija si el desplazamiento ya se ha aplicado; el formulario dice por qué.</translation>
        </message>
        <message>
            <source>What has come is kept for a day: load it again, and it goes on there.</source>
            <translation>Lo recibido se conserva un día: cárguelo de nuevo y continuará desde ahí.</translation>
        </message>
        <message>
            <source>{} scenes</source>
            <translation>{} escenas</translation>
        </message>
        <message>
            <source>Load {}</source>
            <translation>Cargar {}</translation>
        </message>
        <message>
            <source>{} is open in this project. Choose another file.</source>
            <translation>{} está abierto en este proyecto. Elija otro archivo.</translation>
        </message>
        <message>
            <source>GeoTIFF (*.tif)</source>
            <translation>GeoTIFF (*.tif)</translation>
        </message>
        <message>
            <source>The whole product</source>
            <translation>Todo el producto</translation>
        </message>
        <message>
            <source>As stored (for models and indices)</source>
            <translation>Como está guardado (para modelos e índices)</translation>
        </message>
        <message>
            <source>Reflectance, 0 to 1</source>
            <translation>Reflectancia, 0 a 1</translation>
        </message>
        <message>
            <source>True colour, 8 bit</source>
            <translation>Color verdadero, 8 bits</translation>
        </message>
        <message>
            <source>The product's own true colour</source>
            <translation>El color verdadero propio del producto</translation>
        </message>
        <message>
            <source>The first one on top</source>
            <translation>La primera encima</translation>
        </message>
        <message>
            <source>The clearest one on top</source>
            <translation>La más despejada encima</translation>
        </message>
        <message>
            <source>The median of each pixel</source>
            <translation>La mediana de cada píxel</translation>
        </message>
        <message>
            <source>Decide from metadata and pixels</source>
            <translation>Decidir según metadatos y píxeles</translation>
        </message>
        <message>
            <source>Still to be added</source>
            <translation>Aún por sumar</translation>
        </message>
        <message>
            <source>Applied already</source>
            <translation>Ya aplicado</translation>
        </message>
        <message>
            <source>There is none</source>
            <translation>No hay ninguno</translation>
        </message>
        <message>
            <source>Clouds</source>
            <translation>Nubes</translation>
        </message>
        <message>
            <source>Cloud shadows</source>
            <translation>Sombras de nubes</translation>
        </message>
        <message>
            <source>Thin cirrus</source>
            <translation>Cirros finos</translation>
        </message>
        <message>
            <source>Saturated pixels</source>
            <translation>Píxeles saturados</translation>
        </message>
        <message>
            <source>Snow and ice</source>
            <translation>Nieve y hielo</translation>
        </message>
        <message>
            <source>{} m</source>
            <translation>{} m</translation>
        </message>
        <message>
            <source>Move the map to the place, then search.</source>
            <translation>Mueva el mapa al lugar y luego busque.</translation>
        </message>
        <message>
            <source>&amp;Load…</source>
            <translation>Car&amp;gar…</translation>
        </message>
        <message>
            <source>Choose one scene, or several for a mosaic or a median.</source>
            <translation>Elija una escena, o varias para un mosaico o una mediana.</translation>
        </message>
        <message>
            <source>&amp;Load {} scenes…</source>
            <translation>Car&amp;gar {} escenas…</translation>
        </message>
        <message>
            <source>No scene matches. Allow more cloud or a longer time, or move the map.</source>
            <translation>Ninguna escena coincide. Admita más nubes o un periodo más largo, o mueva el mapa.</translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation>Buscando…</translation>
        </message>
        <message>
            <source>1 scene. Double-click it to load what the map shows.</source>
            <translation>1 escena. Haga doble clic en ella para cargar lo que muestra el mapa.</translation>
        </message>
        <message>
            <source>Set up the engine first; it asks the catalogues.</source>
            <translation>Instale primero el motor; es el que consulta los catálogos.</translation>
        </message>
        <message>
            <source>Looking how clear it is here: {done} of {total}</source>
            <translation>Examinando qué tan despejado está aquí: {done} de {total}</translation>
        </message>
        <message>
            <source>The newest {shown} of {matched} scenes. Double-click one to load what the map shows.</source>
            <translation>Las {shown} escenas más recientes de {matched}. Haga doble clic en una para cargar lo que muestra el mapa.</translation>
        </message>
        <message>
            <source>{} scenes. Double-click one to load what the map shows.</source>
            <translation>{} escenas. Haga doble clic en una para cargar lo que muestra el mapa.</translation>
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
            <translation>nieve</translation>
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
            <translation>fuera</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Fecha</translation>
        </message>
        <message>
            <source>Cloud</source>
            <translation>Nubes</translation>
        </message>
        <message>
            <source>Covers</source>
            <translation>Cubre</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Despejado</translation>
        </message>
        <message>
            <source>Tile</source>
            <translation>Tesela</translation>
        </message>
        <message>
            <source>When the scene was taken</source>
            <translation>Cuándo se tomó la escena</translation>
        </message>
        <message>
            <source>Of the whole scene, as the catalogue states it</source>
            <translation>De toda la escena, según el catálogo</translation>
        </message>
        <message>
            <source>How much of the place the scene covers</source>
            <translation>Qué parte del lugar cubre la escena</translation>
        </message>
        <message>
            <source>How much of the place is neither cloud, shadow, cirrus nor missing, read from the scene</source>
            <translation>Qué parte del lugar no es nube, sombra, cirros ni píxeles ausentes, según la propia escena</translation>
        </message>
        <message>
            <source>The tile of Sentinel-2's grid, and the satellite</source>
            <translation>La tesela de la cuadrícula de Sentinel-2 y el satélite</translation>
        </message>
        <message>
            <source>Processing baseline {}</source>
            <translation>Línea base de procesamiento {}</translation>
        </message>
        <message>
            <source>Clear here: {}</source>
            <translation>Despejado aquí: {}</translation>
        </message>
        <message>
            <source>reflectance (no offset)</source>
            <translation>reflectancia (sin desplazamiento)</translation>
        </message>
        <message>
            <source>The offset has been applied already; nothing is added.</source>
            <translation>El desplazamiento ya se ha aplicado; no se suma nada.</translation>
        </message>
        <message>
            <source>These numbers have no offset.</source>
            <translation>Estos números no tienen desplazamiento.</translation>
        </message>
        <message>
            <source>true colour of 8 bits</source>
            <translation>color verdadero de 8 bits</translation>
        </message>
        <message>
            <source>the product's own true colour</source>
            <translation>el color verdadero propio del producto</translation>
        </message>
        <message>
            <source>reflectance (offset was applied before)</source>
            <translation>reflectancia (el desplazamiento se aplicó antes)</translation>
        </message>
        <message>
            <source>The offset of {} still has to be added; that is done while loading.</source>
            <translation>Aún hay que sumar el desplazamiento de {}; se hace al cargar.</translation>
        </message>
        <message>
            <source>Neither the metadata nor the pixels say for sure whether the offset of {} has been applied. Choose below.</source>
            <translation>Ni los metadatos ni los píxeles dicen con certeza si se ha aplicado el desplazamiento de {}. Elija abajo.</translation>
        </message>
        <message>
            <source>reflectance (offset {} applied)</source>
            <translation>reflectancia (desplazamiento {} aplicado)</translation>
        </message>
        <message>
            <source>tile {}</source>
            <translation>tesela {}</translation>
        </message>
        <message>
            <source>baseline {}</source>
            <translation>línea base {}</translation>
        </message>
        <message>
            <source>{} cloud in the whole scene</source>
            <translation>{} de nubes en toda la escena</translation>
        </message>
        <message>
            <source>Bands: {}</source>
            <translation>Bandas: {}</translation>
        </message>
        <message>
            <source>and {} more</source>
            <translation>y {} más</translation>
        </message>
        <message>
            <source>{} cloud</source>
            <translation>{} de nubes</translation>
        </message>
        <message>
            <source>{} clear here</source>
            <translation>{} despejado aquí</translation>
        </message>
        <message>
            <source>Set up the engine of Mining Monitor</source>
            <translation>Instalar el motor de Mining Monitor</translation>
        </message>
        <message>
            <source>Clashes</source>
            <translation>Conflictos</translation>
        </message>
        <message>
            <source>&amp;Both: theirs, the other as comment</source>
            <translation>&amp;Ambas: la otra, y la mía como comentario</translation>
        </message>
        <message>
            <source>The sector stays as it is; what the other one wanted goes into its comment</source>
            <translation>El sector queda como está; lo que quería la otra versión pasa a su comentario</translation>
        </message>
        <message>
            <source>On the map: dashed is theirs (as it is now), full is mine.</source>
            <translation>En el mapa: la otra forma (la actual), a trazos; la mía, con línea continua.</translation>
        </message>
        <message>
            <source>Your edit is written. Z takes it back.</source>
            <translation>Su edición se ha escrito. Z la deshace.</translation>
        </message>
        <message>
            <source>The sector stays as they left it. Your edit stays in the list of clashes of the project.</source>
            <translation>El sector queda como lo dejó la otra persona. Su edición sigue en la lista de conflictos del proyecto.</translation>
        </message>
        <message>
            <source>The sector stays as they left it; its comment says what you wanted.</source>
            <translation>El sector queda como lo dejó la otra persona; su comentario indica lo que usted quería.</translation>
        </message>
        <message>
            <source>Theirs: deleted.</source>
            <translation>La otra: eliminado.</translation>
        </message>
        <message>
            <source>Mine: deleted.</source>
            <translation>La mía: eliminado.</translation>
        </message>
        <message>
            <source>Edit that waits</source>
            <translation>Edición en espera</translation>
        </message>
        <message>
            <source>Edits of this shared project wait for a choice: see More, Clashes.</source>
            <translation>Hay ediciones de este proyecto compartido que esperan una elección: vea Más, Conflictos.</translation>
        </message>
        <message>
            <source>Clashes happen in shared projects only. Nobody else can change this one.</source>
            <translation>Solo hay conflictos en proyectos compartidos. Nadie más puede cambiar este.</translation>
        </message>
        <message>
            <source>Somebody else was faster. Nothing was overwritten: choose what is right, with both on the map.</source>
            <translation>Otra persona se adelantó. No se sobrescribió nada: elija lo correcto, con ambas versiones en el mapa.</translation>
        </message>
        <message>
            <source>Keep &amp;mine</source>
            <translation>Conservar la &amp;mía</translation>
        </message>
        <message>
            <source>Keep &amp;theirs</source>
            <translation>Conservar la &amp;otra</translation>
        </message>
        <message>
            <source>{name}: {who} changed it on {when} UTC.</source>
            <translation>{name}: {who} lo cambió el {when} UTC.</translation>
        </message>
        <message>
            <source>No edit waits.</source>
            <translation>Ninguna edición en espera.</translation>
        </message>
        <message>
            <source>Shape: mine {mine}, theirs {theirs}</source>
            <translation>Forma: la mía {mine}, la otra {theirs}</translation>
        </message>
        <message>
            <source>The edit changes {} more, which nobody else has touched.</source>
            <translation>La edición cambia además {}, que nadie más ha tocado.</translation>
        </message>
        <message>
            <source>{field}: mine {mine}, theirs {theirs}</source>
            <translation>{field}: el mío {mine}, el otro {theirs}</translation>
        </message>
        <message>
            <source>&amp;Work with others…</source>
            <translation>&amp;Trabajar con otros…</translation>
        </message>
        <message>
            <source>Open a shared project, or share this one</source>
            <translation>Abrir un proyecto compartido o compartir este</translation>
        </message>
        <message>
            <source>C&amp;lashes</source>
            <translation>Con&amp;flictos</translation>
        </message>
        <message>
            <source>Edits that wait because somebody else was faster</source>
            <translation>Ediciones en espera porque otra persona se adelantó</translation>
        </message>
        <message>
            <source>&amp;Second opinion…</source>
            <translation>&amp;Segunda opinión…</translation>
        </message>
        <message>
            <source>Draw a blind sample, and compare two analysts</source>
            <translation>Generar una muestra ciega y comparar a dos analistas</translation>
        </message>
        <message>
            <source>Second opinion</source>
            <translation>Segunda opinión</translation>
        </message>
        <message>
            <source>&amp;Draw a sample…</source>
            <translation>&amp;Generar una muestra…</translation>
        </message>
        <message>
            <source>&amp;Compare with a finished sample…</source>
            <translation>&amp;Comparar con una muestra terminada…</translation>
        </message>
        <message>
            <source>The same number draws the same squares</source>
            <translation>El mismo número genera los mismos cuadrados</translation>
        </message>
        <message>
            <source>S&amp;quares</source>
            <translation>C&amp;uadrados</translation>
        </message>
        <message>
            <source>S&amp;ide</source>
            <translation>&amp;Lado</translation>
        </message>
        <message>
            <source>See&amp;d</source>
            <translation>S&amp;emilla</translation>
        </message>
        <message>
            <source>Draw squares by lot and give the file to a second analyst: it holds the squares and no sectors, so nobody sees your classes. When it comes back, compare both.</source>
            <translation>Sortee cuadrados y entregue el archivo a un segundo analista: contiene los cuadrados y ningún sector, así que nadie ve las clases de usted. Cuando vuelva, compare ambos.</translation>
        </message>
        <message>
            <source>File for the second analyst</source>
            <translation>Archivo para el segundo analista</translation>
        </message>
        <message>
            <source>On the map: dashed is your shape, full is theirs.</source>
            <translation>En el mapa: la forma de usted, a trazos; la del otro analista, con línea continua.</translation>
        </message>
        <message>
            <source>Yours → theirs</source>
            <translation>Usted → otro analista</translation>
        </message>
        <message>
            <source>There is no project file yet. Of a shared project, take a copy first.</source>
            <translation>Aún no hay archivo de proyecto. De un proyecto compartido, haga antes una copia.</translation>
        </message>
        <message>
            <source>Draw a sample</source>
            <translation>Generar una muestra</translation>
        </message>
        <message>
            <source>Finished sample</source>
            <translation>Muestra terminada</translation>
        </message>
        <message>
            <source>Compare two analysts</source>
            <translation>Comparar a dos analistas</translation>
        </message>
        <message>
            <source>&amp;Theirs is right</source>
            <translation>El &amp;otro tiene razón</translation>
        </message>
        <message>
            <source>&amp;Yours is right</source>
            <translation>&amp;Usted tiene razón</translation>
        </message>
        <message>
            <source>{} of {} squares were drawn ({}). Give {} to the second analyst: whoever opens it sees the squares in the layer 'Observed', and no sectors.</source>
            <translation>Se generaron {} de {} cuadrados ({}). Entregue {} al segundo analista: quien lo abra verá los cuadrados en la capa 'Observado' y ningún sector.</translation>
        </message>
        <message>
            <source>Yours: {}</source>
            <translation>Usted: {}</translation>
        </message>
        <message>
            <source>Theirs: {}</source>
            <translation>Otro analista: {}</translation>
        </message>
        <message>
            <source>Ground in question: {}</source>
            <translation>Terreno en cuestión: {}</translation>
        </message>
        <message>
            <source>Kappa is not defined: both see one class only.</source>
            <translation>Kappa no está definido: ambos ven una sola clase.</translation>
        </message>
        <message>
            <source>That is good agreement.</source>
            <translation>Es una buena concordancia.</translation>
        </message>
        <message>
            <source>Talk the differences over.</source>
            <translation>Comenten las diferencias.</translation>
        </message>
        <message>
            <source>That is not enough: a third person should decide.</source>
            <translation>No es suficiente: debería decidir una tercera persona.</translation>
        </message>
        <message>
            <source>Decided: yours.</source>
            <translation>Decidido: la versión de usted.</translation>
        </message>
        <message>
            <source>Decided: theirs.</source>
            <translation>Decidido: la del otro analista.</translation>
        </message>
        <message>
            <source>Kappa {} (95 %: {} to {}).</source>
            <translation>Kappa {} (95 %: de {} a {}).</translation>
        </message>
        <message>
            <source>Pieces of ground with different classes: {}.</source>
            <translation>Porciones de terreno con clases distintas: {}.</translation>
        </message>
        <message>
            <source>Matched sectors share {} of their ground.</source>
            <translation>Los sectores emparejados comparten {} de su terreno.</translation>
        </message>
        <message>
            <source>Borders are {} m apart on average.</source>
            <translation>Los bordes distan {} m de media.</translation>
        </message>
        <message>
            <source>Work with others</source>
            <translation>Trabajar con otros</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Conexión</translation>
        </message>
        <message>
            <source>Small letters, digits and _; it becomes a schema of the database</source>
            <translation>Minúsculas, cifras y _; pasa a ser un esquema de la base de datos</translation>
        </message>
        <message>
            <source>for example anna, bert</source>
            <translation>por ejemplo ana, bruno</translation>
        </message>
        <message>
            <source>Users of the database who may edit, with commas between them</source>
            <translation>Usuarios de la base de datos que pueden editar, separados por comas</translation>
        </message>
        <message>
            <source>&amp;Copy into a project file…</source>
            <translation>&amp;Copiar a un archivo de proyecto…</translation>
        </message>
        <message>
            <source>For reports, history and checks; the copy has the whole log</source>
            <translation>Para informes, historial y comprobaciones; la copia tiene el registro completo</translation>
        </message>
        <message>
            <source>Share this project &amp;as</source>
            <translation>Compartir es&amp;te proyecto como</translation>
        </message>
        <message>
            <source>&amp;With</source>
            <translation>C&amp;on</translation>
        </message>
        <message>
            <source>The database does not answer.</source>
            <translation>La base de datos no responde.</translation>
        </message>
        <message>
            <source>Open what others share, or share this project. Every edit is in the database at once, with its log.</source>
            <translation>Abra lo que otros comparten o comparta este proyecto. Cada edición llega enseguida a la base de datos, con su registro.</translation>
        </message>
        <message>
            <source>Copy into a project file</source>
            <translation>Copiar a un archivo de proyecto</translation>
        </message>
        <message>
            <source>Shared project</source>
            <translation>Proyecto compartido</translation>
        </message>
        <message>
            <source>QGIS knows no PostgreSQL database yet. Add one in the Browser panel: PostgreSQL, New Connection. Keep the password in an authentication configuration, then it is in no project file.</source>
            <translation>QGIS aún no conoce ninguna base de datos PostgreSQL. Añada una en el panel Navegador: PostgreSQL, Conexión nueva. Guarde la contraseña en una configuración de autenticación; así no estará en ningún archivo de proyecto.</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>&amp;Abrir</translation>
        </message>
        <message>
            <source>&amp;Share this project</source>
            <translation>Com&amp;partir este proyecto</translation>
        </message>
        <message>
            <source>Share {}</source>
            <translation>Compartir {}</translation>
        </message>
        <message>
            <source>Copy {}</source>
            <translation>Copiar {}</translation>
        </message>
        <message>
            <source>{} are shared as '{}'. Edit the shared layers from now on; the file stays as it was.</source>
            <translation>{} se comparten como '{}'. A partir de ahora, edite las capas compartidas; el archivo queda como estaba.</translation>
        </message>
        <message>
            <source>{} is a copy of the shared project as it was at this moment.</source>
            <translation>{} es una copia del proyecto compartido tal como estaba en este momento.</translation>
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
            <translation>aprox. 1 s</translation>
        </message>
        <message>
            <source>1 sector</source>
            <translation>1 sector</translation>
        </message>
        <message>
            <source>Ground that is no mining sector.</source>
            <translation>Terreno que no es un sector minero.</translation>
        </message>
        <message>
            <source>Connected ground worked by artisanal or small-scale miners, often along rivers.</source>
            <translation>Terreno continuo trabajado por mineros artesanales o de pequeña escala, a menudo a lo largo de ríos.</translation>
        </message>
        <message>
            <source>The whole extent of a large-scale mine; it lies over its sectors by design.</source>
            <translation>Toda la extensión de una mina de gran escala; se superpone a sus sectores a propósito.</translation>
        </message>
        <message>
            <source>Ore stacked in layers on a liner and irrigated to leach out the metal.</source>
            <translation>Mineral apilado en capas sobre una membrana impermeable y regado para lixiviar el metal.</translation>
        </message>
        <message>
            <source>Workshops, offices, housing, laboratories, parking and other structures of the mine.</source>
            <translation>Talleres, oficinas, viviendas, laboratorios, estacionamientos y otras estructuras de la mina.</translation>
        </message>
        <message>
            <source>The outline of a surface excavation, also of an inactive one that can still be recognised.</source>
            <translation>El contorno de una excavación a cielo abierto, también de una inactiva que aún se pueda reconocer.</translation>
        </message>
        <message>
            <source>Everything from the primary crusher to the thickener ponds.</source>
            <translation>Todo, desde la chancadora primaria hasta los estanques espesadores.</translation>
        </message>
        <message>
            <source>A yard for spare parts and equipment: belts, tyres, pipes.</source>
            <translation>Un patio de repuestos y equipos: correas, neumáticos, tuberías.</translation>
        </message>
        <message>
            <source>An impoundment of slurry tailings with its dam, of any type.</source>
            <translation>Un embalse de relaves en pulpa con su muro o presa, de cualquier tipo.</translation>
        </message>
        <message>
            <source>Dumped rock without economic grade, small temporary dumps included.</source>
            <translation>Roca vertida sin ley económica, incluidos los botaderos temporales pequeños.</translation>
        </message>
        <message>
            <source>It has no clear boundary: enclose only ground that is connected.</source>
            <translation>No tiene un límite claro: encierre solo terreno continuo.</translation>
        </message>
        <message>
            <source>It is an area around sectors, not a sector.</source>
            <translation>Es un área alrededor de sectores, no un sector.</translation>
        </message>
        <message>
            <source>Easily taken for a waste rock dump: look for flat, regular terraces.</source>
            <translation>Se confunde fácilmente con un botadero de estériles: busque terrazas planas y regulares.</translation>
        </message>
        <message>
            <source>Anything from the crusher to the thickener ponds is the processing plant.</source>
            <translation>Todo desde la chancadora hasta los estanques espesadores es planta de procesamiento.</translation>
        </message>
        <message>
            <source>Ground inside a pit that is filled with waste is a waste rock dump.</source>
            <translation>El terreno dentro de un tajo rellenado con estériles es botadero de estériles.</translation>
        </message>
        <message>
            <source>Offices and workshops are mine facilities.</source>
            <translation>Las oficinas y los talleres son instalaciones mineras.</translation>
        </message>
        <message>
            <source>Stockyard means spare parts, not ore: ore stockpiles have no class.</source>
            <translation>El patio es de repuestos, no de mineral: los acopios de mineral no tienen clase.</translation>
        </message>
        <message>
            <source>Ponds of water or solution without tailings have no class.</source>
            <translation>Las pozas de agua o de solución sin relaves no tienen clase.</translation>
        </message>
        <message>
            <source>Spent ore on a liner is heap leaching; fine, wet residue is tailings.</source>
            <translation>El mineral agotado sobre membrana es lixiviación en pilas; el residuo fino y húmedo es relave.</translation>
        </message>
        <message>
            <source>no sectors yet</source>
            <translation>aún no hay sectores</translation>
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
            <translation>aprox. {}</translation>
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
            <translation>{} sectores</translation>
        </message>
        <message>
            <source>{count} {state}</source>
            <translation>{state}: {count}</translation>
        </message>
        <message>
            <source>Detection</source>
            <translation>Detección</translation>
        </message>
        <message>
            <source>Annotation</source>
            <translation>Anotación</translation>
        </message>
        <message>
            <source>Detect mining sectors in what the map shows</source>
            <translation>Detectar sectores mineros en lo que muestra el mapa</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Configuración…</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
    </context>
    <context>
        <name>ModelForm</name>
        <message>
            <source>Add a model</source>
            <translation>Añadir un modelo</translation>
        </message>
        <message>
            <source>&amp;Title</source>
            <translation>&amp;Título</translation>
        </message>
        <message>
            <source>&amp;Bands, in order</source>
            <translation>&amp;Bandas, en orden</translation>
        </message>
        <message>
            <source>red, green, blue</source>
            <translation>red, green, blue</translation>
        </message>
        <message>
            <source>Names such as red, green, blue, nir, swir16, swir22, or Sentinel-2 names such as B04</source>
            <translation>Nombres como red, green, blue, nir, swir16, swir22, o nombres de Sentinel-2 como B04</translation>
        </message>
        <message>
            <source>Trained at a pixel size &amp;of</source>
            <translation>Entrenado con un tamaño de &amp;píxel de</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>aún no se sabe</translation>
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
            <translation>Números de &amp;salida</translation>
        </message>
        <message>
            <source>&amp;Classes, in order</source>
            <translation>&amp;Clases, en orden</translation>
        </message>
        <message>
            <source>&amp;Add a class</source>
            <translation>&amp;Añadir una clase</translation>
        </message>
        <message>
            <source>&amp;Remove the last</source>
            <translation>&amp;Quitar la última</translation>
        </message>
    </context>
    <context>
        <name>NumbersPanel</name>
        <message>
            <source>Numbers</source>
            <translation>Cifras</translation>
        </message>
        <message>
            <source>Areas &amp;by</source>
            <translation>Áreas &amp;por</translation>
        </message>
        <message>
            <source>S&amp;um up</source>
            <translation>S&amp;umar</translation>
        </message>
        <message>
            <source>Change si&amp;nce</source>
            <translation>Cambios &amp;desde</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Comparar</translation>
        </message>
        <message>
            <source>Sam&amp;ple</source>
            <translation>Mues&amp;tra</translation>
        </message>
        <message>
            <source>P&amp;oints</source>
            <translation>Pu&amp;ntos</translation>
        </message>
        <message>
            <source>as needed</source>
            <translation>los necesarios</translation>
        </message>
        <message>
            <source>&amp;Draw</source>
            <translation>&amp;Generar</translation>
        </message>
        <message>
            <source>Labe&amp;l points…</source>
            <translation>Eti&amp;quetar puntos…</translation>
        </message>
        <message>
            <source>&amp;Assess</source>
            <translation>E&amp;valuar</translation>
        </message>
    </context>
    <context>
        <name>OptionsForm</name>
        <message>
            <source>You</source>
            <translation>Usted</translation>
        </message>
        <message>
            <source>Your &amp;name in the record of changes</source>
            <translation>Su &amp;nombre en el registro de cambios</translation>
        </message>
        <message>
            <source>Folder for new project &amp;files</source>
            <translation>Carpeta para &amp;archivos de proyecto nuevos</translation>
        </message>
        <message>
            <source>Class &amp;colours</source>
            <translation>&amp;Colores de las clases</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Motor</translation>
        </message>
        <message>
            <source>Processor &amp;threads</source>
            <translation>&amp;Hilos del procesador</translation>
        </message>
        <message>
            <source>chosen by the engine</source>
            <translation>elegido por el motor</translation>
        </message>
        <message>
            <source>&amp;Python of your own (empty: the plugin's engine)</source>
            <translation>&amp;Python propio (vacío: el motor del complemento)</translation>
        </message>
        <message>
            <source>Folder of &amp;wheels for set-up without internet</source>
            <translation>Carpeta de &amp;wheels para instalar sin internet</translation>
        </message>
        <message>
            <source>Catalogues of images</source>
            <translation>Catálogos de imágenes</translation>
        </message>
        <message>
            <source>Catalogues</source>
            <translation>Catálogos</translation>
        </message>
        <message>
            <source>A&amp;dd a STAC catalogue</source>
            <translation>Añadir un catálogo &amp;STAC</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Quitar</translation>
        </message>
        <message>
            <source>&amp;Login of the chosen catalogue</source>
            <translation>Au&amp;tenticación del catálogo elegido</translation>
        </message>
        <message>
            <source>Map services whose terms permit analysis</source>
            <translation>Servicios de mapas cuyas condiciones permiten el análisis</translation>
        </message>
        <message>
            <source>Confirmed services</source>
            <translation>Servicios confirmados</translation>
        </message>
        <message>
            <source>Re&amp;voke</source>
            <translation>Re&amp;vocar</translation>
        </message>
    </context>
    <context>
        <name>ProjectBar</name>
        <message>
            <source>Open or make a project file; help</source>
            <translation>Abrir o crear un archivo de proyecto; ayuda</translation>
        </message>
        <message>
            <source>Project file and help</source>
            <translation>Archivo de proyecto y ayuda</translation>
        </message>
    </context>
    <context>
        <name>ReportPanel</name>
        <message>
            <source>Se&amp;ctors</source>
            <translation>Se&amp;ctores</translation>
        </message>
        <message>
            <source>What a defensible report still needs</source>
            <translation>Lo que aún necesita un informe defendible</translation>
        </message>
        <message>
            <source>States to include</source>
            <translation>Estados que incluir</translation>
        </message>
        <message>
            <source>&amp;Form</source>
            <translation>&amp;Formato</translation>
        </message>
        <message>
            <source>&amp;Places</source>
            <translation>&amp;Ubicaciones</translation>
        </message>
        <message>
            <source>P&amp;urpose</source>
            <translation>&amp;Finalidad</translation>
        </message>
        <message>
            <source>why exact places, with whose consent</source>
            <translation>por qué ubicaciones exactas, con el consentimiento de quién</translation>
        </message>
        <message>
            <source>Fo&amp;r whom</source>
            <translation>Pa&amp;ra quién</translation>
        </message>
        <message>
            <source>Fi&amp;le</source>
            <translation>Arc&amp;hivo</translation>
        </message>
        <message>
            <source>Report on sites</source>
            <translation>Informe de sitios</translation>
        </message>
        <message>
            <source>S&amp;ites</source>
            <translation>Si&amp;tios</translation>
        </message>
        <message>
            <source>all, or site_id with commas</source>
            <translation>todos, o site_id separados por comas</translation>
        </message>
        <message>
            <source>&amp;Earlier sectors</source>
            <translation>Sectores &amp;anteriores</translation>
        </message>
        <message>
            <source>I&amp;mage</source>
            <translation>I&amp;magen</translation>
        </message>
        <message>
            <source>Earlier ima&amp;ge</source>
            <translation>Ima&amp;gen anterior</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>I&amp;dioma</translation>
        </message>
        <message>
            <source>Accurac&amp;y</source>
            <translation>E&amp;xactitud</translation>
        </message>
        <message>
            <source>All figures as a &amp;table beside it (CSV)</source>
            <translation>Todas las cifras en una ta&amp;bla aparte (CSV)</translation>
        </message>
        <message>
            <source>Pre&amp;view the page</source>
            <translation>&amp;Vista previa de la página</translation>
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
            <translation>&amp;Atrás</translation>
        </message>
        <message>
            <source>&amp;Place</source>
            <translation>Luga&amp;r</translation>
        </message>
        <message>
            <source>Names the group of layers and the sectors found in it</source>
            <translation>Da nombre al grupo de capas y a los sectores que se encuentren en él</translation>
        </message>
        <message>
            <source>&amp;Where</source>
            <translation>Dó&amp;nde</translation>
        </message>
        <message>
            <source>&amp;Values</source>
            <translation>&amp;Valores</translation>
        </message>
        <message>
            <source>Ba&amp;nds</source>
            <translation>&amp;Bandas</translation>
        </message>
        <message>
            <source>Pi&amp;xels</source>
            <translation>Pí&amp;xeles</translation>
        </message>
        <message>
            <source>Co&amp;mbine</source>
            <translation>Co&amp;mbinar</translation>
        </message>
        <message>
            <source>O&amp;ffset</source>
            <translation>De&amp;splazamiento</translation>
        </message>
        <message>
            <source>F&amp;ile</source>
            <translation>Ar&amp;chivo</translation>
        </message>
        <message>
            <source>What counts as not observed</source>
            <translation>Qué cuenta como no observado</translation>
        </message>
        <message>
            <source>Around clou&amp;ds</source>
            <translation>Alrededor &amp;de las nubes</translation>
        </message>
        <message>
            <source> m</source>
            <translation> m</translation>
        </message>
        <message>
            <source>Around s&amp;hadows</source>
            <translation>Alrededor de las s&amp;ombras</translation>
        </message>
        <message>
            <source>Never cl&amp;oud in</source>
            <translation>N&amp;unca hay nubes en</translation>
        </message>
        <message>
            <source>Polygons of known mines: bright tailings and salt are often taken for cloud. Of three or more dates, only what most of them take for cloud is kept.</source>
            <translation>Polígonos de minas conocidas: los relaves claros y la sal se confunden a menudo con nubes. De tres o más fechas, solo se conserva lo que la mayoría toma por nube.</translation>
        </message>
        <message>
            <source>Leave o&amp;ut</source>
            <translation>Om&amp;itir</translation>
        </message>
        <message>
            <source>Polygons whose ground counts as not observed</source>
            <translation>Polígonos cuyo terreno cuenta como no observado</translation>
        </message>
        <message>
            <source>&amp;Load</source>
            <translation>Car&amp;gar</translation>
        </message>
    </context>
    <context>
        <name>SceneSearch</name>
        <message>
            <source>Bac&amp;k</source>
            <translation>&amp;Atrás</translation>
        </message>
        <message>
            <source>&amp;Catalogue</source>
            <translation>&amp;Catálogo</translation>
        </message>
        <message>
            <source>Add catalogues and logins in the settings</source>
            <translation>Añadir catálogos y autenticaciones en la configuración</translation>
        </message>
        <message>
            <source>Catalogues and logins</source>
            <translation>Catálogos y autenticaciones</translation>
        </message>
        <message>
            <source>&amp;When</source>
            <translation>C&amp;uándo</translation>
        </message>
        <message>
            <source>First date</source>
            <translation>Primera fecha</translation>
        </message>
        <message>
            <source>to</source>
            <translation>a</translation>
        </message>
        <message>
            <source>Last date</source>
            <translation>Última fecha</translation>
        </message>
        <message>
            <source>Clo&amp;ud below</source>
            <translation>&amp;Nubes por debajo de</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Of the whole scene, as the catalogue states it</source>
            <translation>De toda la escena, según el catálogo</translation>
        </message>
        <message>
            <source>&amp;Search here</source>
            <translation>&amp;Buscar aquí</translation>
        </message>
        <message>
            <source>Searches where the map is now</source>
            <translation>Busca donde está ahora el mapa</translation>
        </message>
        <message>
            <source>Scenes found</source>
            <translation>Escenas encontradas</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>&amp;Detener</translation>
        </message>
        <message>
            <source>&amp;Load…</source>
            <translation>Car&amp;gar…</translation>
        </message>
    </context>
</TS>
