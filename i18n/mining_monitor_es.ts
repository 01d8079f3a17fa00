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
            <source>Sectors, first those that need a person most</source>
            <translation>Sectores, primero los que más requieren la decisión de una persona</translation>
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
            <source>&amp;Add image…</source>
            <translation>&amp;Añadir imagen…</translation>
        </message>
        <message>
            <source>Sample s&amp;cene</source>
            <translation>&amp;Escena de ejemplo</translation>
        </message>
        <message>
            <source>Draws a made-up mine on this computer and opens it</source>
            <translation>Dibuja una mina ficticia en este equipo y la abre</translation>
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
        <name>MiningMonitor</name>
        <message>
            <source>Mining sectors</source>
            <translation>Sectores mineros</translation>
        </message>
        <message>
            <source>mining,mine,sector,lames,tailings,pit,waste rock,remote sensing</source>
            <translation>minería,mina,sector,lames,relaves,tajo,botadero,estériles,teledetección</translation>
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
            <source>Model (empty: the default model)</source>
            <translation>Modelo (vacío: el modelo predeterminado)</translation>
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
            <source>Minimum area (m²)</source>
            <translation>Área mínima (m²)</translation>
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
            <source>The algorithm was not prepared.</source>
            <translation>El algoritmo no se ha preparado.</translation>
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
            <source>Generalise (degrees)</source>
            <translation>Generalizar (grados)</translation>
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
            <source>The edit was saved, but its log entry could not be written to {}: {}</source>
            <translation>La edición se guardó, pero no se pudo escribir su entrada de registro en {}: {}</translation>
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
            <source>Edit</source>
            <translation>Edición</translation>
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
            <source>'{}' cannot be taken back: the sectors were changed by someone else since.</source>
            <translation>'{}' no se puede deshacer: otra persona ha cambiado los sectores desde entonces.</translation>
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
            <source>The edit could not be saved in '{}' yet. It is kept and saved with the next one: {}</source>
            <translation>La edición aún no se pudo guardar en '{}'. Se conserva y se guardará con la siguiente: {}</translation>
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
            <source>The extent is empty. Zoom to the place or draw a rectangle.</source>
            <translation>La extensión está vacía. Acerque el mapa al lugar o dibuje un rectángulo.</translation>
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
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Clase</translation>
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
            <source>Image source</source>
            <translation>Fuente de la imagen</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Sitio</translation>
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
            <source>Comment</source>
            <translation>Comentario</translation>
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
            <source>'{}' comes from Google's map tiles. Google's terms forbid image analysis and the extraction of objects from them. Choose an image of your own, or Sentinel-2.</source>
            <translation>'{}' proviene de las teselas de mapa de Google. Las condiciones de Google prohíben analizarlas y extraer objetos de ellas. Elija una imagen propia o Sentinel-2.</translation>
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
            <source>Something unexpected happened: {}. The log has the details.</source>
            <translation>Ocurrió algo inesperado: {}. El registro tiene los detalles.</translation>
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
            <source>{} cannot be written: {}</source>
            <translation>No se puede escribir {}: {}</translation>
        </message>
        <message>
            <source>The detection has written no project file.</source>
            <translation>La detección no escribió ningún archivo de proyecto.</translation>
        </message>
        <message>
            <source>Observed</source>
            <translation>Observado</translation>
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
            <source>The layer '{}' cannot be copied.</source>
            <translation>No se puede copiar la capa '{}'.</translation>
        </message>
        <message>
            <source>A copy of '{}' could not be written to {}.</source>
            <translation>No se pudo escribir una copia de '{}' en {}.</translation>
        </message>
        <message>
            <source>'{}' delivered no picture here{}. Check the connection and the extent.</source>
            <translation>'{}' no entregó ninguna imagen aquí{}. Compruebe la conexión y la extensión.</translation>
        </message>
        <message>
            <source>'{}' is a map service without a resolution of its own, and the model names none.</source>
            <translation>'{}' es un servicio de mapas sin resolución propia y el modelo no indica ninguna.</translation>
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
            <source>{count} dates are no ISO dates and were written as they are; correct them before you publish.</source>
            <translation>{count} fechas no son fechas ISO y se escribieron tal cual; corríjalas antes de publicar.</translation>
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
            <source>The keys work here and on the map.</source>
            <translation>Las teclas funcionan aquí y en el mapa.</translation>
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
            <source>1-9</source>
            <translation>1-9</translation>
        </message>
        <message>
            <source>class</source>
            <translation>clase</translation>
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
            <source>Z</source>
            <translation>Z</translation>
        </message>
        <message>
            <source>undo</source>
            <translation>deshacer</translation>
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
            <translation>ayuda</translation>
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
            <source>Areas are counted from the polygons; no accuracy sample stands behind them.</source>
            <translation>Las áreas se suman a partir de los polígonos; ninguna muestra de exactitud las respalda.</translation>
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
            <source>The image is fetched from its service first; that takes a while.</source>
            <translation>Primero se obtiene la imagen de su servicio; tarda un poco.</translation>
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
            <source>Downloading</source>
            <translation>Descargando</translation>
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
            <source>Models</source>
            <translation>Modelos</translation>
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
            <source>{} × {} pixels</source>
            <translation>{} × {} píxeles</translation>
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
            <source>Open images</source>
            <translation>Abrir imágenes</translation>
        </message>
        <message>
            <source>Drawing the sample scene…</source>
            <translation>Dibujando la escena de ejemplo…</translation>
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
            <source>{} cannot be opened.</source>
            <translation>No se puede abrir {}.</translation>
        </message>
        <message>
            <source>Image date and source</source>
            <translation>Fecha y fuente de la imagen</translation>
        </message>
        <message>
            <source>&amp;Export GeoJSON</source>
            <translation>&amp;Exportar GeoJSON</translation>
        </message>
        <message>
            <source>No sector is in the chosen states.</source>
            <translation>No hay ningún sector en los estados elegidos.</translation>
        </message>
        <message>
            <source>Save your edits first: the export reads what is saved.</source>
            <translation>Guarde primero sus ediciones: la exportación lee lo guardado.</translation>
        </message>
        <message>
            <source>{sectors} written to {file}.</source>
            <translation>Escrito en {file}: {sectors}.</translation>
        </message>
        <message>
            <source>Choose a file.</source>
            <translation>Elija un archivo.</translation>
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
            <translation>⚠ Se publicarían las ubicaciones exactas de {} sitios artesanales. Eso puede poner en riesgo a personas.</translation>
        </message>
        <message>
            <source>{} artisanal sites are among them, so places are coarse by default.</source>
            <translation>Hay {} sitios artesanales entre ellos, por lo que las ubicaciones son aproximadas de forma predeterminada.</translation>
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
            <source>exact outlines</source>
            <translation>contornos exactos</translation>
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
            <source>Exporting…</source>
            <translation>Exportando…</translation>
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
            <source>Detecting mining sectors…</source>
            <translation>Detectando sectores mineros…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Set up the engine of Mining Monitor</source>
            <translation>Instalar el motor de Mining Monitor</translation>
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
            <translation>{} sectores</translation>
        </message>
        <message>
            <source>{count} {state}</source>
            <translation>{state}: {count}</translation>
        </message>
        <message>
            <source>Imagery</source>
            <translation>Imágenes</translation>
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
            <source>Report</source>
            <translation>Informe</translation>
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
            <source>Fi&amp;le</source>
            <translation>Arc&amp;hivo</translation>
        </message>
        <message>
            <source>&amp;Export GeoJSON</source>
            <translation>&amp;Exportar GeoJSON</translation>
        </message>
    </context>
</TS>
