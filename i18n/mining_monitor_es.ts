<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>AnnotationPanel</name>
        <message>
            <source>Nothing to review yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Here you will see every sector, first those that need you most. Detect sectors in an image, or open a project file that has some.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Detect mining sectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find sectors in an image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open a project file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A GeoPackage of an earlier day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which sectors: one layer for each image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sector layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show sectors in this state</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show sectors of this class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Class shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sectors, first those that need a person most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>R&amp;eason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image &amp;date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>2021-02-27</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image &amp;source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For all sectors of this &amp;image that lack them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approve (A)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You have looked at it and it is right (A)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reject (R)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is wrong; say why. It stays in the file, marked as rejected (R)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to the next sector (Space)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo the last change (Z)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo the last change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all keys (?)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all keys</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DetectionOptionsForm</name>
        <message>
            <source>Which band of the image plays which role for the model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>M&amp;inimum confidence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ground where no class reaches this score becomes "other". 0 keeps the best class everywhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tile &amp;overlap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More overlap hides tile borders better and takes longer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as the model says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Smallest &amp;area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Smaller polygons go to the neighbour with which they share most border.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keep all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> m²</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simplif&amp;y borders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Neighbours keep their common border: there is no gap and no overlap afterwards.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keep pixel edges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also keep the class &amp;raster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also keep the confidence ra&amp;ster</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DetectionPanel</name>
        <message>
            <source>Set up the engine…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add or check a model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Where</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw a rectangle on the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Options</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Review the sectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Detect mining sectors</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EngineSetup</name>
        <message>
            <source>Set up the engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without internet, or own Python</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder of &amp;wheels (offline)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Python that has the packages already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Set up now</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ImageryPanel</name>
        <message>
            <source>Start with an image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mining Monitor finds mining sectors in satellite, aerial and drone images. Every polygon is a draft until you have looked at it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open an image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any raster that QGIS opens. Or drop the file here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Try the sample scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A made-up mine of 105 km² at 10 m, drawn on this computer. Good for a first look.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Images in this project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add image…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sample s&amp;cene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draws a made-up mine on this computer and opens it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom to the image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Detect in this image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MiningMonitor</name>
        <message>
            <source>Mining sectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mining,mine,sector,lames,tailings,pit,waste rock,remote sensing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detect mining sectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&lt;p&gt;Finds open pits, waste rock dumps, tailings facilities and the other LAMES sector classes in an image and draws them as polygons that share their borders. Nothing leaves this computer.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Model&lt;/b&gt;: an .onnx file or a model card (.json); empty takes the default model. &lt;b&gt;Bands&lt;/b&gt;: which band plays which role, such as red=4,green=3,blue=2; empty takes them from the band names and their order. &lt;b&gt;Overlap&lt;/b&gt;: how far the model's tiles overlap, in per cent of a tile; empty takes the model's own. &lt;b&gt;Minimum confidence&lt;/b&gt;: pixels below it become no sector. &lt;b&gt;Minimum area&lt;/b&gt;: smaller polygons go to the neighbour with which they share most border. &lt;b&gt;Simplify&lt;/b&gt;: tolerance in pixels; 0 keeps the edges of the pixels. &lt;b&gt;Valid mask&lt;/b&gt;: where it is 0 or nodata the ground counts as not observed.&lt;/p&gt;&lt;p&gt;The result is a draft: every polygon wants a person's review before it is reported. Ground that could not be seen is 255 in the class raster, never "no mine".&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finds mining sectors in an image and draws them as polygons of the LAMES classes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model (empty: the default model)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models (*.onnx *.json)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Valid mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overlap of tiles (per cent; empty: the model's)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minimum confidence (0 to 1)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minimum area (m²)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simplify (pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} sectors ({}). Observed {:.2f} km², not observed {:.2f} km². {:.1f} s, model {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Extent (empty: the whole image)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bands, as role=index (empty: guessed)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Class raster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confidence raster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The algorithm was not prepared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine's result {} cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The valid mask '{}' is no raster file. Save it as a GeoTIFF first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sectors cannot be written: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image cannot be opened: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export sectors as GeoJSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&lt;p&gt;Writes sectors as GeoJSON.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Profile&lt;/b&gt;: &lt;i&gt;report&lt;/i&gt; follows RFC 7946 (WGS 84, seven decimals, ISO dates) with review and provenance fields; &lt;i&gt;lames&lt;/i&gt; has the keys, order and padding of the published LAMES files. &lt;b&gt;States&lt;/b&gt;: which review states go into the file. &lt;b&gt;Generalise&lt;/b&gt;: replaces each polygon by its cell of a grid of that many degrees, for places whose exact position must not be published; never random.&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writes sectors as GeoJSON, as LAMES publishes them or for a report.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review states to include</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Generalise (degrees)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GeoJSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GeoJSON files (*.geojson)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} sectors in {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SHA-256 {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left out ({}): {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sectors cannot be opened: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The edit was saved, but its log entry could not be written to {}: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{}' is no band choice. Write role=index, for example red=4,green=3,blue=2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The band role '{}' is given twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Class {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These fields are not edited by hand: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{}' cannot be taken back: the sectors were changed by someone else since.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{}' cannot be edited: it is read-only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The edit could not be saved in '{}' and was taken back: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The edit could not be saved in '{}' yet. It is kept and saved with the next one: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{}' does not take the edit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{}' cannot be saved for the export: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The extent is empty. Zoom to the place or draw a rectangle.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{}' has no polygons. Choose a polygon layer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No polygon of '{}' is selected. Select one or more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The selected polygons of '{}' enclose no area.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The extent cannot be transformed to the CRS of the image ({}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Second image date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Identifier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Class key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review state</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confidence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Area (m²)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drawn by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ground sampling distance (m)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Observed at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Editor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edited at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reviewed at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sector</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Provenance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Analyst</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a date as 2024-03-14, or empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{}' comes from Google's map tiles. Google's terms forbid image analysis and the extraction of objects from them. Choose an image of your own, or Sentinel-2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The layer '{}' cannot be opened. Check its source in the layer properties.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The layer '{}' is no file that the engine can open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something unexpected happened: {}. The log has the details.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The extent needs a copy of {} x {} pixels, more than {} million. Choose a smaller extent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The extent needs a picture of {} x {} pixels at {:.3g} m, more than {} million. Choose a smaller extent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The extent has no size on the ground in {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The extent does not meet '{}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} exists already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} cannot be written: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The detection has written no project file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Observed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LAMES sector classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mining Monitor - {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} has no sectors: it is no project of Mining Monitor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>QGIS does not take the layer '{}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mining Monitor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The layer '{}' cannot be copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A copy of '{}' could not be written to {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{}' delivered no picture here{}. Check the connection and the extent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{}' is a map service without a resolution of its own, and the model names none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A rejection needs a reason. Write it into the comment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>image date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>image source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A sector that is '{}' cannot become '{}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} of {} sectors cannot be approved: they lack the {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> and the </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{}: drawn by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean score of the class over the polygon: {:.2f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The work could not be finished.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plugin and engine misunderstood each other. Please report this with the log.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plugin and engine have different versions. Set up the engine again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine is not set up yet. Open the settings of Mining Monitor and set it up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine stopped unexpectedly. It starts again with the next request.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine could not be set up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image cannot be opened or read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image has no coordinate reference system. Assign one in the layer properties.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image lacks bands that the model needs. Assign the bands under Options.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The extent does not meet the image. Choose another extent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model cannot be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model's card is missing or wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model was not found. Choose another model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The result could not be written. Nothing half-made was left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk is full. Free some space; nothing half-made was left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The annotations cannot be read as sectors.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A parameter is out of its range.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{image}' has {image_gsd_m:.3g} m on the ground and the model was made for {model_gsd_m:.3g} m. Small sectors will be missed; use finer imagery or a model for this distance.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{image}' has 8-bit values; reflectance was taken as value / {divisor}, the true-colour rule. A model for reflectance does better on the original bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{image}' has no scale tags; reflectance was taken as value / {divisor} without an offset. Sentinel-2 scenes of baseline 04.00 and later need -1,000 first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The values of '{image}' do not look like reflectance: 1 % of them are above {p99:.4g}. Set scale tags on the image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{image}' has wide numbers that lie within 0 to 255; they were taken for 8-bit true colour as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{image}' has {dtype} values; the model wants 8-bit true colour, so they were rendered as 255 x {gain} x reflectance, clipped to 0..255.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{polygons} polygons keep their pixel edges: simplified by {simplify_px:g} pixels they would vanish.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{polygons} polygons lie where the image's coordinate system has no position on the earth; they are left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model found {found} sectors; {hectares:.1f} ha of them lie where someone has worked already. What was edited, approved or rejected there stays as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} dates are no ISO dates and were written as they are; correct them before you publish.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetching the image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading the model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening the image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detecting sectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tracing polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saving the sectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Making the sample scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Artisanal site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Large-scale site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Heap leaching</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mine facility</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open pit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Processing plant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stockyard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tailings storage facility</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waste rock dump</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tailings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waste rock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Published</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not observed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>QGIS's task manager did not take the task.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detect mining sectors: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why is this sector wrong?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not mining</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Water</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cloud or shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bare soil or rock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wrong outline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Double</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list is empty. Show every state and every class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every sector in the list is decided.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{shown} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An approval says on which image it rests. Which one is it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why are {} wrong?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a reason, in a few words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the image's date like 2021-02-27.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name the source of the image, for example Copernicus Sentinel-2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The keys work here and on the map.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1-9</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>approve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>R</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reject, with a reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next sector</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shift+Space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sector before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Z</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>H (hold)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hide all sectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every state</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo the last change (Z)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo: {} (Z)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every approval names its reviewer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Areas are counted from the polygons; no accuracy sample stands behind them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every sector was decided by a person.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{waiting} of {total} sectors wait for a decision.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every sector has the date of its image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every sector names the source of its image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sector is approved yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are no sectors yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detect some</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The date of the image is missing: {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The source of the image is missing: {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approved without a reviewer's name: {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approved by the person who made the last edit: {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The detection was cancelled. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Detect mining sectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up the engine first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open an image first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the bands under Options.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine that runs the models is not set up yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up the engine…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopping…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The project was closed, so the detection was cancelled. Nothing was saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no image in this project yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open an image…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image is fetched from its service first; that takes a while.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Coastal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Green</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Red</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Red edge 705 nm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Red edge 740 nm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Red edge 783 nm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Near infrared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Near infrared, narrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Water vapour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cirrus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Short-wave infrared 1.6 µm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Short-wave infrared 2.2 µm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Panchromatic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as the model says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keep all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keep pixel edges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Band {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add a model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Check this model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the map shows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A rectangle drawn on the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Selected polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetching the image…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading the model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening the image…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at the image…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drawing the polygons…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saving…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Detect on {area}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Detect on {area} ({duration})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tile {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Set up now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mining Monitor runs its models in a program of its own, the engine. It is not set up yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine belongs to another version of the plugin. Update it; your data is not touched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for Python…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Making a place for the engine…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Downloading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking the engine…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Look again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Update now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Repair now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look for the engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for the engine…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine is being set up. You can go on working meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine is set up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It goes to {folder}; QGIS's own Python is not touched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The set-up was cancelled. Nothing half-made was left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About {size} MB on disk and 1 minute, from your folder of wheels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Downloads about {download} MB, takes {size} MB on disk and about {minutes} minutes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mining Monitor: help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The way of the work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Imagery: open an image, or drop a file on the dock. Detection: choose image, model and place; the button says how much it will look at and how long that takes. Annotation: decide on each polygon, the least certain first. Report: see what is missing, export GeoJSON. The button on the toolbar does the detection alone, in what the map shows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What a result means</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every polygon of a model is a draft until a person has approved it. Ground that could not be seen is reported as not observed: it never means that there is no mine. A new detection of the same image replaces drafts that nobody has touched, and leaves everything else as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where things are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sectors are in a GeoPackage that any QGIS opens: its name stands on top of each dock, and each decision is saved at once. The table log in it keeps who did what when. New files go to the folder that you choose in the settings, else beside the QGIS project, else to your home folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models run in a program of its own beside QGIS, on this computer; no image leaves it. It is set up once, from the Imagery dock; without internet it takes a folder of wheels. When it fails, QGIS goes on, and the next request starts it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any segmentation model in ONNX format can be added with the tool button beside the model list. A model that does not say how to use it opens a form. Look at its test figures and limits before you trust it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys of the Annotation dock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This image cannot be opened. Check its source in the layer properties.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Google's map tiles: their terms forbid image analysis. Choose another image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A map service. It is fetched as a picture, at the pixel size of the model, before it is analysed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no coordinate reference system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} × {} pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} bit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} on the ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drawing the sample scene…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine draws the sample scene: set it up first, then the scene opens by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sample scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} cannot be opened as an image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sample scene cannot be opened: {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave out: not observed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the model a title.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name the bands that go in, in order, for example: red, green, blue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say at which pixel size the model was trained: it only works near that size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the classes that come out, in order.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>colours 0 to 255</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reflectance 0 to 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the image's own numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>raw scores (logits)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>probabilities 0 to 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the number of the class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name in the model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model takes {wanted} bands; you have named {named}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose what class {} is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} does not say how to use it. Fill in what you know; it stays with the model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>class {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made for pixels of {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model '{}' is installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking '{}'…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> (runs from {low} to {high})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tested: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> (and {} more, see the tooltip)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} ms a tile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{name}' cannot be used. {problems}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Limits: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{}' works.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LAMES (as published)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Safe for colour-blind readers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag on the map to draw it. Escape gives up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select one or more polygons on the map first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select polygons with QGIS's own selection tools.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw a rectangle on the map first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} selected in '{layer}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detecting… (preview)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open a project file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;New project file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help (F1)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No project file yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first detection makes one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a project file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Project files (*.gpkg)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New project file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} holds no sectors. Choose a project file of Mining Monitor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sectors go into {} from now on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} cannot be opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image date and source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export GeoJSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sector is in the chosen states.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save your edits first: the export reads what is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{sectors} written to {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export {} as GeoJSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left out: {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>⚠ Exact places of {} artisanal sites would be published. That can put people at risk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} artisanal sites are among them, so places are coarse by default.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GeoJSON (*.geojson)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report (all fields, RFC 7946)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For GIS, web maps and archives</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The fields of the LAMES dataset, for training and exchange</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>exact outlines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cells of 0.01° (about 1 km)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cells of 0.05° (about 5 km)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cells of 0.1° (about 10 km)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exporting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No new sector: what was found is on the map already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>masked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 tile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{sectors}, {area}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{area} not observed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model}, {tiles} at {gsd} in {seconds}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Area, ha</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} tiles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No mining sector found in {area} observed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} earlier drafts that nobody had touched were replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detecting mining sectors…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up the engine of Mining Monitor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>0 ha</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about 1 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 sector</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ground that is no mining sector.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connected ground worked by artisanal or small-scale miners, often along rivers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole extent of a large-scale mine; it lies over its sectors by design.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ore stacked in layers on a liner and irrigated to leach out the metal.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workshops, offices, housing, laboratories, parking and other structures of the mine.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The outline of a surface excavation, also of an inactive one that can still be recognised.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything from the primary crusher to the thickener ponds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A yard for spare parts and equipment: belts, tyres, pipes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An impoundment of slurry tailings with its dam, of any type.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dumped rock without economic grade, small temporary dumps included.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It has no clear boundary: enclose only ground that is connected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is an area around sectors, not a sector.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Easily taken for a waste rock dump: look for flat, regular terraces.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Anything from the crusher to the thickener ponds is the processing plant.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ground inside a pit that is filled with waste is a waste rock dump.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offices and workshops are mine facilities.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stockyard means spare parts, not ore: ore stockpiles have no class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ponds of water or solution without tailings have no class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spent ore on a liner is heap leaching; fine, wet residue is tailings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no sectors yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} km²</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} m²</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} ha</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} sectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} {state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Imagery</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Annotation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detect mining sectors in what the map shows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Help</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelForm</name>
        <message>
            <source>Add a model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Bands, in order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>red, green, blue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names such as red, green, blue, nir, swir16, swir22, or Sentinel-2 names such as B04</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trained at a pixel size &amp;of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not known yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Numbers that go in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>N&amp;umbers that come out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Classes, in order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add a class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Remove the last</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OptionsForm</name>
        <message>
            <source>You</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your &amp;name in the record of changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder for new project &amp;files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Class &amp;colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Processor &amp;threads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>chosen by the engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Python of your own (empty: the plugin's engine)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder of &amp;wheels for set-up without internet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProjectBar</name>
        <message>
            <source>Open or make a project file; help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Project file and help</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReportPanel</name>
        <message>
            <source>Se&amp;ctors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What a defensible report still needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>States to include</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fi&amp;le</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export GeoJSON</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
