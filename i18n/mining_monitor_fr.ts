<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>AnnotationPanel</name>
        <message>
            <source>Nothing to review yet</source>
            <translation>Rien à vérifier pour l'instant</translation>
        </message>
        <message>
            <source>Here you will see every sector, first those that need you most. Detect sectors in an image, or open a project file that has some.</source>
            <translation>Tous les secteurs apparaîtront ici, d'abord ceux qui ont le plus besoin de vous. Détectez des secteurs dans une image ou ouvrez un fichier de projet qui en contient.</translation>
        </message>
        <message>
            <source>&amp;Detect mining sectors</source>
            <translation>&amp;Détecter les secteurs miniers</translation>
        </message>
        <message>
            <source>Find sectors in an image.</source>
            <translation>Trouver des secteurs dans une image.</translation>
        </message>
        <message>
            <source>&amp;Open a project file</source>
            <translation>&amp;Ouvrir un fichier de projet</translation>
        </message>
        <message>
            <source>A GeoPackage of an earlier day.</source>
            <translation>Un GeoPackage d'un travail antérieur.</translation>
        </message>
        <message>
            <source>Which sectors: one layer for each image</source>
            <translation>Quels secteurs : une couche par image</translation>
        </message>
        <message>
            <source>Sector layer</source>
            <translation>Couche de secteurs</translation>
        </message>
        <message>
            <source>Show sectors in this state</source>
            <translation>Afficher les secteurs dans cet état</translation>
        </message>
        <message>
            <source>State shown</source>
            <translation>État affiché</translation>
        </message>
        <message>
            <source>Show sectors of this class</source>
            <translation>Afficher les secteurs de cette classe</translation>
        </message>
        <message>
            <source>Class shown</source>
            <translation>Classe affichée</translation>
        </message>
        <message>
            <source>Sectors, first those that need a person most</source>
            <translation>Secteurs, d'abord ceux qui demandent le plus d'attention</translation>
        </message>
        <message>
            <source>R&amp;eason</source>
            <translation>Mo&amp;tif</translation>
        </message>
        <message>
            <source>Image &amp;date</source>
            <translation>Date de l'&amp;image</translation>
        </message>
        <message>
            <source>such as 2021-02-27</source>
            <translation>par exemple 2021-02-27</translation>
        </message>
        <message>
            <source>Image &amp;source</source>
            <translation>&amp;Source de l'image</translation>
        </message>
        <message>
            <source>For all sectors of this &amp;image that lack them</source>
            <translation>&amp;Pour tous les secteurs de cette image qui n'en ont pas</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Pas maintenant</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Approuver</translation>
        </message>
        <message>
            <source>Approve (A)</source>
            <translation>Approuver (A)</translation>
        </message>
        <message>
            <source>You have looked at it and it is right (A)</source>
            <translation>Vous l'avez examiné et il est correct (A)</translation>
        </message>
        <message>
            <source>Reject (R)</source>
            <translation>Rejeter (R)</translation>
        </message>
        <message>
            <source>It is wrong; say why. It stays in the file, marked as rejected (R)</source>
            <translation>Il est faux ; dites pourquoi. Il reste dans le fichier, marqué comme rejeté (R)</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Suivant</translation>
        </message>
        <message>
            <source>Go to the next sector (Space)</source>
            <translation>Aller au secteur suivant (Espace)</translation>
        </message>
        <message>
            <source>Undo the last change (Z)</source>
            <translation>Annuler la dernière modification (Z)</translation>
        </message>
        <message>
            <source>Undo the last change</source>
            <translation>Annuler la dernière modification</translation>
        </message>
        <message>
            <source>?</source>
            <translation>?</translation>
        </message>
        <message>
            <source>Show all keys (?)</source>
            <translation>Afficher tous les raccourcis (?)</translation>
        </message>
        <message>
            <source>Show all keys</source>
            <translation>Afficher tous les raccourcis</translation>
        </message>
    </context>
    <context>
        <name>DetectionOptionsForm</name>
        <message>
            <source>Which band of the image plays which role for the model</source>
            <translation>Quelle bande de l'image joue quel rôle pour le modèle</translation>
        </message>
        <message>
            <source>M&amp;inimum confidence</source>
            <translation>&amp;Confiance minimale</translation>
        </message>
        <message>
            <source>Ground where no class reaches this score becomes "other". 0 keeps the best class everywhere.</source>
            <translation>Le terrain où aucune classe n'atteint ce score devient « autre ». 0 garde partout la meilleure classe.</translation>
        </message>
        <message>
            <source>Tile &amp;overlap</source>
            <translation>Recouvrement des t&amp;uiles</translation>
        </message>
        <message>
            <source>More overlap hides tile borders better and takes longer.</source>
            <translation>Un recouvrement plus grand masque mieux les bords des tuiles mais prend plus de temps.</translation>
        </message>
        <message>
            <source>as the model says</source>
            <translation>selon le modèle</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Smallest &amp;area</source>
            <translation>&amp;Surface minimale</translation>
        </message>
        <message>
            <source>Smaller polygons go to the neighbour with which they share most border.</source>
            <translation>Les polygones plus petits sont rattachés au voisin avec lequel ils partagent la plus longue limite.</translation>
        </message>
        <message>
            <source>keep all</source>
            <translation>tout garder</translation>
        </message>
        <message>
            <source> m²</source>
            <translation> m²</translation>
        </message>
        <message>
            <source>Simplif&amp;y borders</source>
            <translation>Simp&amp;lifier les limites</translation>
        </message>
        <message>
            <source>Neighbours keep their common border: there is no gap and no overlap afterwards.</source>
            <translation>Les voisins gardent leur limite commune : ni vide ni superposition ensuite.</translation>
        </message>
        <message>
            <source>keep pixel edges</source>
            <translation>garder les bords des pixels</translation>
        </message>
        <message>
            <source> pixels</source>
            <translation> pixels</translation>
        </message>
        <message>
            <source>Also keep the class &amp;raster</source>
            <translation>Conserver aussi le &amp;raster des classes</translation>
        </message>
        <message>
            <source>Also keep the confidence ra&amp;ster</source>
            <translation>Conserver aussi le raster de c&amp;onfiance</translation>
        </message>
    </context>
    <context>
        <name>DetectionPanel</name>
        <message>
            <source>Set up the engine…</source>
            <translation>Installer le moteur…</translation>
        </message>
        <message>
            <source>&amp;Image</source>
            <translation>&amp;Image</translation>
        </message>
        <message>
            <source>&amp;Model</source>
            <translation>&amp;Modèle</translation>
        </message>
        <message>
            <source>Add or check a model</source>
            <translation>Ajouter ou tester un modèle</translation>
        </message>
        <message>
            <source>&amp;Where</source>
            <translation>&amp;Zone</translation>
        </message>
        <message>
            <source>Draw a rectangle on the map</source>
            <translation>Dessiner un rectangle sur la carte</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Options</translation>
        </message>
        <message>
            <source>&amp;Review the sectors</source>
            <translation>&amp;Vérifier les secteurs</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>A&amp;nnuler</translation>
        </message>
        <message>
            <source>&amp;Detect mining sectors</source>
            <translation>&amp;Détecter les secteurs miniers</translation>
        </message>
    </context>
    <context>
        <name>EngineSetup</name>
        <message>
            <source>Set up the engine</source>
            <translation>Installer le moteur</translation>
        </message>
        <message>
            <source>Without internet, or own Python</source>
            <translation>Sans internet, ou Python personnel</translation>
        </message>
        <message>
            <source>Folder of &amp;wheels (offline)</source>
            <translation>Dossier de paquets &amp;wheel (hors ligne)</translation>
        </message>
        <message>
            <source>&amp;Python that has the packages already</source>
            <translation>&amp;Python qui contient déjà les paquets</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>&amp;Set up now</source>
            <translation>Installer mai&amp;ntenant</translation>
        </message>
    </context>
    <context>
        <name>ImageryPanel</name>
        <message>
            <source>Start with an image</source>
            <translation>Commencer par une image</translation>
        </message>
        <message>
            <source>Mining Monitor finds mining sectors in satellite, aerial and drone images. Every polygon is a draft until you have looked at it.</source>
            <translation>Mining Monitor trouve les secteurs miniers dans les images de satellite, d'avion et de drone. Chaque polygone est un brouillon tant que vous ne l'avez pas examiné.</translation>
        </message>
        <message>
            <source>&amp;Open an image</source>
            <translation>&amp;Ouvrir une image</translation>
        </message>
        <message>
            <source>Any raster that QGIS opens. Or drop the file here.</source>
            <translation>Tout raster que QGIS sait ouvrir. Vous pouvez aussi déposer le fichier ici.</translation>
        </message>
        <message>
            <source>&amp;Try the sample scene</source>
            <translation>&amp;Essayer la scène d'exemple</translation>
        </message>
        <message>
            <source>A made-up mine of 105 km² at 10 m, drawn on this computer. Good for a first look.</source>
            <translation>Une mine fictive de 105 km² à 10 m, dessinée sur cet ordinateur. Idéale pour un premier essai.</translation>
        </message>
        <message>
            <source>&amp;Images in this project</source>
            <translation>&amp;Images de ce projet</translation>
        </message>
        <message>
            <source>&amp;Add image…</source>
            <translation>&amp;Ajouter une image…</translation>
        </message>
        <message>
            <source>Sample s&amp;cene</source>
            <translation>S&amp;cène d'exemple</translation>
        </message>
        <message>
            <source>Draws a made-up mine on this computer and opens it</source>
            <translation>Dessine une mine fictive sur cet ordinateur et l'ouvre</translation>
        </message>
        <message>
            <source>Zoom to the image</source>
            <translation>Zoomer sur l'image</translation>
        </message>
        <message>
            <source>&amp;Detect in this image</source>
            <translation>&amp;Détecter dans cette image</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
    </context>
    <context>
        <name>MiningMonitor</name>
        <message>
            <source>Mining sectors</source>
            <translation>Secteurs miniers</translation>
        </message>
        <message>
            <source>mining,mine,sector,lames,tailings,pit,waste rock,remote sensing</source>
            <translation>exploitation minière,mine,secteur,lames,résidus,fosse,stériles,télédétection</translation>
        </message>
        <message>
            <source>Detect mining sectors</source>
            <translation>Détecter les secteurs miniers</translation>
        </message>
        <message>
            <source>&lt;p&gt;Finds open pits, waste rock dumps, tailings facilities and the other LAMES sector classes in an image and draws them as polygons that share their borders. Nothing leaves this computer.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Model&lt;/b&gt;: an .onnx file or a model card (.json); empty takes the default model. &lt;b&gt;Bands&lt;/b&gt;: which band plays which role, such as red=4,green=3,blue=2; empty takes them from the band names and their order. &lt;b&gt;Overlap&lt;/b&gt;: how far the model's tiles overlap, in per cent of a tile; empty takes the model's own. &lt;b&gt;Minimum confidence&lt;/b&gt;: pixels below it become no sector. &lt;b&gt;Minimum area&lt;/b&gt;: smaller polygons go to the neighbour with which they share most border. &lt;b&gt;Simplify&lt;/b&gt;: tolerance in pixels; 0 keeps the edges of the pixels. &lt;b&gt;Valid mask&lt;/b&gt;: where it is 0 or nodata the ground counts as not observed.&lt;/p&gt;&lt;p&gt;The result is a draft: every polygon wants a person's review before it is reported. Ground that could not be seen is 255 in the class raster, never "no mine".&lt;/p&gt;</source>
            <translation>&lt;p&gt;Trouve les mines à ciel ouvert, les haldes à stériles, les parcs à résidus et les autres classes de secteurs LAMES dans une image et les dessine sous forme de polygones qui partagent leurs limites. Rien ne quitte cet ordinateur.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Modèle&lt;/b&gt; : un fichier .onnx ou une fiche de modèle (.json) ; vide, le modèle par défaut est utilisé. &lt;b&gt;Bandes&lt;/b&gt; : quelle bande joue quel rôle, par exemple red=4,green=3,blue=2 ; vide, les rôles sont déduits des noms des bandes et de leur ordre. &lt;b&gt;Recouvrement&lt;/b&gt; : de combien les tuiles du modèle se recouvrent, en pour cent d'une tuile ; vide, la valeur du modèle est utilisée. &lt;b&gt;Confiance minimale&lt;/b&gt; : les pixels en dessous ne forment aucun secteur. &lt;b&gt;Surface minimale&lt;/b&gt; : les polygones plus petits sont rattachés au voisin avec lequel ils partagent la plus longue limite. &lt;b&gt;Simplifier&lt;/b&gt; : tolérance en pixels ; 0 garde les bords des pixels. &lt;b&gt;Masque de validité&lt;/b&gt; : là où il vaut 0 ou nodata, le terrain compte comme non observé.&lt;/p&gt;&lt;p&gt;Le résultat est un brouillon : chaque polygone doit être vérifié par une personne avant de figurer dans un rapport. Le terrain qui n'a pas pu être vu vaut 255 dans le raster des classes, jamais « pas de mine ».&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Finds mining sectors in an image and draws them as polygons of the LAMES classes.</source>
            <translation>Trouve les secteurs miniers dans une image et les dessine sous forme de polygones des classes LAMES.</translation>
        </message>
        <message>
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <source>Model (empty: the default model)</source>
            <translation>Modèle (vide : le modèle par défaut)</translation>
        </message>
        <message>
            <source>Models (*.onnx *.json)</source>
            <translation>Modèles (*.onnx *.json)</translation>
        </message>
        <message>
            <source>Valid mask</source>
            <translation>Masque de validité</translation>
        </message>
        <message>
            <source>Overlap of tiles (per cent; empty: the model's)</source>
            <translation>Recouvrement des tuiles (pour cent ; vide : celui du modèle)</translation>
        </message>
        <message>
            <source>Minimum confidence (0 to 1)</source>
            <translation>Confiance minimale (0 à 1)</translation>
        </message>
        <message>
            <source>Minimum area (m²)</source>
            <translation>Surface minimale (m²)</translation>
        </message>
        <message>
            <source>Simplify (pixels)</source>
            <translation>Simplifier (pixels)</translation>
        </message>
        <message>
            <source>{} sectors ({}). Observed {:.2f} km², not observed {:.2f} km². {:.1f} s, model {}.</source>
            <translation>{} secteurs ({}). Observé {:.2f} km², non observé {:.2f} km². {:.1f} s, modèle {}.</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Image</translation>
        </message>
        <message>
            <source>Extent (empty: the whole image)</source>
            <translation>Emprise (vide : toute l'image)</translation>
        </message>
        <message>
            <source>Bands, as role=index (empty: guessed)</source>
            <translation>Bandes, sous la forme role=index (vide : déduites)</translation>
        </message>
        <message>
            <source>Sectors</source>
            <translation>Secteurs</translation>
        </message>
        <message>
            <source>Class raster</source>
            <translation>Raster des classes</translation>
        </message>
        <message>
            <source>Confidence raster</source>
            <translation>Raster de confiance</translation>
        </message>
        <message>
            <source>The algorithm was not prepared.</source>
            <translation>L'algorithme n'a pas été préparé.</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Annulé.</translation>
        </message>
        <message>
            <source>The engine's result {} cannot be read.</source>
            <translation>Le résultat du moteur {} ne peut pas être lu.</translation>
        </message>
        <message>
            <source>The valid mask '{}' is no raster file. Save it as a GeoTIFF first.</source>
            <translation>Le masque de validité « {} » n'est pas un fichier raster. Enregistrez-le d'abord en GeoTIFF.</translation>
        </message>
        <message>
            <source>The sectors cannot be written: {}</source>
            <translation>Les secteurs ne peuvent pas être écrits : {}</translation>
        </message>
        <message>
            <source>The image cannot be opened: {}</source>
            <translation>L'image ne peut pas être ouverte : {}</translation>
        </message>
        <message>
            <source>Export sectors as GeoJSON</source>
            <translation>Exporter les secteurs en GeoJSON</translation>
        </message>
        <message>
            <source>&lt;p&gt;Writes sectors as GeoJSON.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Profile&lt;/b&gt;: &lt;i&gt;report&lt;/i&gt; follows RFC 7946 (WGS 84, seven decimals, ISO dates) with review and provenance fields; &lt;i&gt;lames&lt;/i&gt; has the keys, order and padding of the published LAMES files. &lt;b&gt;States&lt;/b&gt;: which review states go into the file. &lt;b&gt;Generalise&lt;/b&gt;: replaces each polygon by its cell of a grid of that many degrees, for places whose exact position must not be published; never random.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Écrit les secteurs en GeoJSON.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Profil&lt;/b&gt; : &lt;i&gt;report&lt;/i&gt; suit la RFC 7946 (WGS 84, sept décimales, dates ISO) avec les champs de vérification et de provenance ; &lt;i&gt;lames&lt;/i&gt; a les clés, l'ordre et le remplissage des fichiers LAMES publiés. &lt;b&gt;États&lt;/b&gt; : quels états de vérification vont dans le fichier. &lt;b&gt;Généraliser&lt;/b&gt; : remplace chaque polygone par sa cellule dans une grille de ce nombre de degrés, pour les lieux dont la position exacte ne doit pas être publiée ; jamais de façon aléatoire.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Writes sectors as GeoJSON, as LAMES publishes them or for a report.</source>
            <translation>Écrit les secteurs en GeoJSON, comme LAMES les publie ou pour un rapport.</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
        <message>
            <source>Review states to include</source>
            <translation>États de vérification à inclure</translation>
        </message>
        <message>
            <source>Generalise (degrees)</source>
            <translation>Généraliser (degrés)</translation>
        </message>
        <message>
            <source>GeoJSON</source>
            <translation>GeoJSON</translation>
        </message>
        <message>
            <source>GeoJSON files (*.geojson)</source>
            <translation>Fichiers GeoJSON (*.geojson)</translation>
        </message>
        <message>
            <source>{} sectors in {}</source>
            <translation>{} secteurs dans {}</translation>
        </message>
        <message>
            <source>SHA-256 {}</source>
            <translation>SHA-256 {}</translation>
        </message>
        <message>
            <source>Left out ({}): {}</source>
            <translation>Exclus ({}) : {}</translation>
        </message>
        <message>
            <source>The sectors cannot be opened: {}</source>
            <translation>Les secteurs ne peuvent pas être ouverts : {}</translation>
        </message>
        <message>
            <source>The edit was saved, but its log entry could not be written to {}: {}</source>
            <translation>La modification a été enregistrée, mais son entrée de journal n'a pas pu être écrite dans {} : {}</translation>
        </message>
        <message>
            <source>'{}' is no band choice. Write role=index, for example red=4,green=3,blue=2.</source>
            <translation>« {} » n'est pas un choix de bandes. Écrivez role=index, par exemple red=4,green=3,blue=2.</translation>
        </message>
        <message>
            <source>The band role '{}' is given twice.</source>
            <translation>Le rôle de bande « {} » est donné deux fois.</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Modification</translation>
        </message>
        <message>
            <source>Class {}</source>
            <translation>Classe {}</translation>
        </message>
        <message>
            <source>State {}</source>
            <translation>État {}</translation>
        </message>
        <message>
            <source>These fields are not edited by hand: {}</source>
            <translation>Ces champs ne se modifient pas à la main : {}</translation>
        </message>
        <message>
            <source>'{}' cannot be taken back: the sectors were changed by someone else since.</source>
            <translation>« {} » ne peut pas être annulé : quelqu'un d'autre a modifié les secteurs depuis.</translation>
        </message>
        <message>
            <source>'{}' cannot be edited: it is read-only.</source>
            <translation>« {} » ne peut pas être modifié : lecture seule.</translation>
        </message>
        <message>
            <source>The edit could not be saved in '{}' and was taken back: {}</source>
            <translation>La modification n'a pas pu être enregistrée dans « {} » et a été annulée : {}</translation>
        </message>
        <message>
            <source>The edit could not be saved in '{}' yet. It is kept and saved with the next one: {}</source>
            <translation>La modification n'a pas encore pu être enregistrée dans « {} ». Elle est conservée et sera enregistrée avec la suivante : {}</translation>
        </message>
        <message>
            <source>'{}' does not take the edit.</source>
            <translation>« {} » n'accepte pas la modification.</translation>
        </message>
        <message>
            <source>'{}' cannot be saved for the export: {}</source>
            <translation>« {} » ne peut pas être enregistré pour l'export : {}</translation>
        </message>
        <message>
            <source>The extent is empty. Zoom to the place or draw a rectangle.</source>
            <translation>L'emprise est vide. Zoomez sur le lieu ou dessinez un rectangle.</translation>
        </message>
        <message>
            <source>'{}' has no polygons. Choose a polygon layer.</source>
            <translation>« {} » n'a pas de polygones. Choisissez une couche de polygones.</translation>
        </message>
        <message>
            <source>No polygon of '{}' is selected. Select one or more.</source>
            <translation>Aucun polygone de « {} » n'est sélectionné. Sélectionnez-en un ou plusieurs.</translation>
        </message>
        <message>
            <source>The selected polygons of '{}' enclose no area.</source>
            <translation>Les polygones sélectionnés de « {} » ne délimitent aucune surface.</translation>
        </message>
        <message>
            <source>The extent cannot be transformed to the CRS of the image ({}).</source>
            <translation>L'emprise ne peut pas être transformée dans le SCR de l'image ({}).</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Classe</translation>
        </message>
        <message>
            <source>Image date</source>
            <translation>Date de l'image</translation>
        </message>
        <message>
            <source>Second image date</source>
            <translation>Date de la seconde image</translation>
        </message>
        <message>
            <source>Image source</source>
            <translation>Source de l'image</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Site</translation>
        </message>
        <message>
            <source>Identifier</source>
            <translation>Identifiant</translation>
        </message>
        <message>
            <source>Class key</source>
            <translation>Clé de classe</translation>
        </message>
        <message>
            <source>Review state</source>
            <translation>État de vérification</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Confiance</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>Surface (m²)</translation>
        </message>
        <message>
            <source>Drawn by</source>
            <translation>Tracé par</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Exécution</translation>
        </message>
        <message>
            <source>Scene</source>
            <translation>Scène</translation>
        </message>
        <message>
            <source>Ground sampling distance (m)</source>
            <translation>Résolution au sol (m)</translation>
        </message>
        <message>
            <source>Observed at</source>
            <translation>Observé le</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>Auteur de la modification</translation>
        </message>
        <message>
            <source>Edited at</source>
            <translation>Modifié le</translation>
        </message>
        <message>
            <source>Reviewer</source>
            <translation>Vérificateur</translation>
        </message>
        <message>
            <source>Reviewed at</source>
            <translation>Vérifié le</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Commentaire</translation>
        </message>
        <message>
            <source>Sector</source>
            <translation>Secteur</translation>
        </message>
        <message>
            <source>Provenance</source>
            <translation>Provenance</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modèle</translation>
        </message>
        <message>
            <source>Analyst</source>
            <translation>Analyste</translation>
        </message>
        <message>
            <source>a date as 2024-03-14, or empty</source>
            <translation>une date comme 2024-03-14, ou vide</translation>
        </message>
        <message>
            <source>'{}' comes from Google's map tiles. Google's terms forbid image analysis and the extraction of objects from them. Choose an image of your own, or Sentinel-2.</source>
            <translation>« {} » provient des tuiles de Google. Les conditions de Google interdisent l'analyse d'images et l'extraction d'objets. Choisissez une image à vous, ou Sentinel-2.</translation>
        </message>
        <message>
            <source>The layer '{}' cannot be opened. Check its source in the layer properties.</source>
            <translation>La couche « {} » ne peut pas être ouverte. Vérifiez sa source dans les propriétés de la couche.</translation>
        </message>
        <message>
            <source>The layer '{}' is no file that the engine can open.</source>
            <translation>La couche « {} » n'est pas un fichier que le moteur peut ouvrir.</translation>
        </message>
        <message>
            <source>Something unexpected happened: {}. The log has the details.</source>
            <translation>Une erreur inattendue s'est produite : {}. Les détails sont dans le journal.</translation>
        </message>
        <message>
            <source>The extent needs a copy of {} x {} pixels, more than {} million. Choose a smaller extent.</source>
            <translation>L'emprise demande une copie de {} x {} pixels, plus de {} millions. Choisissez une emprise plus petite.</translation>
        </message>
        <message>
            <source>The extent needs a picture of {} x {} pixels at {:.3g} m, more than {} million. Choose a smaller extent.</source>
            <translation>L'emprise demande une image de {} x {} pixels à {:.3g} m, plus de {} millions. Choisissez une emprise plus petite.</translation>
        </message>
        <message>
            <source>The extent has no size on the ground in {}.</source>
            <translation>L'emprise n'a pas de taille au sol dans {}.</translation>
        </message>
        <message>
            <source>The extent does not meet '{}'.</source>
            <translation>L'emprise ne touche pas « {} ».</translation>
        </message>
        <message>
            <source>{} exists already.</source>
            <translation>{} existe déjà.</translation>
        </message>
        <message>
            <source>{} cannot be written: {}</source>
            <translation>{} ne peut pas être écrit : {}</translation>
        </message>
        <message>
            <source>The detection has written no project file.</source>
            <translation>La détection n'a écrit aucun fichier de projet.</translation>
        </message>
        <message>
            <source>Observed</source>
            <translation>Observé</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>Classes</translation>
        </message>
        <message>
            <source>LAMES sector classes</source>
            <translation>Classes de secteurs LAMES</translation>
        </message>
        <message>
            <source>Mining Monitor - {}</source>
            <translation>Mining Monitor - {}</translation>
        </message>
        <message>
            <source>{} has no sectors: it is no project of Mining Monitor.</source>
            <translation>{} n'a pas de secteurs : ce n'est pas un projet de Mining Monitor.</translation>
        </message>
        <message>
            <source>QGIS does not take the layer '{}'.</source>
            <translation>QGIS n'accepte pas la couche « {} ».</translation>
        </message>
        <message>
            <source>Mining Monitor</source>
            <translation>Mining Monitor</translation>
        </message>
        <message>
            <source>The layer '{}' cannot be copied.</source>
            <translation>La couche « {} » ne peut pas être copiée.</translation>
        </message>
        <message>
            <source>A copy of '{}' could not be written to {}.</source>
            <translation>La copie de « {} » n'a pas pu être écrite dans {}.</translation>
        </message>
        <message>
            <source>'{}' delivered no picture here{}. Check the connection and the extent.</source>
            <translation>« {} » n'a fourni aucune image ici{}. Vérifiez la connexion et l'emprise.</translation>
        </message>
        <message>
            <source>'{}' is a map service without a resolution of its own, and the model names none.</source>
            <translation>« {} » est un service de cartes sans résolution propre, et le modèle n'en indique aucune.</translation>
        </message>
        <message>
            <source>A rejection needs a reason. Write it into the comment.</source>
            <translation>Un rejet doit être motivé. Écrivez le motif dans le commentaire.</translation>
        </message>
        <message>
            <source>image date</source>
            <translation>date de l'image</translation>
        </message>
        <message>
            <source>image source</source>
            <translation>source de l'image</translation>
        </message>
        <message>
            <source>A sector that is '{}' cannot become '{}'.</source>
            <translation>Un secteur à l'état « {} » ne peut pas passer à l'état « {} ».</translation>
        </message>
        <message>
            <source>{} of {} sectors cannot be approved: they lack the {}.</source>
            <translation>{} secteurs sur {} ne peuvent pas être approuvés. Il manque : {}.</translation>
        </message>
        <message>
            <source> and the </source>
            <translation> et </translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Surface</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>{}: drawn by hand</source>
            <translation>{} : tracé à la main</translation>
        </message>
        <message>
            <source>Mean score of the class over the polygon: {:.2f}</source>
            <translation>Score moyen de la classe sur le polygone : {:.2f}</translation>
        </message>
        <message>
            <source>The work could not be finished.</source>
            <translation>Le travail n'a pas pu être terminé.</translation>
        </message>
        <message>
            <source>Plugin and engine misunderstood each other. Please report this with the log.</source>
            <translation>L'extension et le moteur ne se sont pas compris. Signalez-le en joignant le journal.</translation>
        </message>
        <message>
            <source>Plugin and engine have different versions. Set up the engine again.</source>
            <translation>L'extension et le moteur ont des versions différentes. Réinstallez le moteur.</translation>
        </message>
        <message>
            <source>The engine is not set up yet. Open the settings of Mining Monitor and set it up.</source>
            <translation>Le moteur n'est pas encore installé. Ouvrez les paramètres de Mining Monitor et installez-le.</translation>
        </message>
        <message>
            <source>The engine stopped unexpectedly. It starts again with the next request.</source>
            <translation>Le moteur s'est arrêté de façon inattendue. Il redémarrera à la prochaine demande.</translation>
        </message>
        <message>
            <source>The engine could not be set up.</source>
            <translation>Le moteur n'a pas pu être installé.</translation>
        </message>
        <message>
            <source>The image cannot be opened or read.</source>
            <translation>L'image ne peut pas être ouverte ou lue.</translation>
        </message>
        <message>
            <source>The image has no coordinate reference system. Assign one in the layer properties.</source>
            <translation>L'image n'a pas de système de coordonnées de référence. Définissez-le dans les propriétés de la couche.</translation>
        </message>
        <message>
            <source>The image lacks bands that the model needs. Assign the bands under Options.</source>
            <translation>Il manque à l'image des bandes dont le modèle a besoin. Attribuez les bandes sous Options.</translation>
        </message>
        <message>
            <source>The extent does not meet the image. Choose another extent.</source>
            <translation>L'emprise ne touche pas l'image. Choisissez une autre emprise.</translation>
        </message>
        <message>
            <source>The model cannot be used.</source>
            <translation>Le modèle ne peut pas être utilisé.</translation>
        </message>
        <message>
            <source>The model's card is missing or wrong.</source>
            <translation>La fiche du modèle est absente ou erronée.</translation>
        </message>
        <message>
            <source>The model was not found. Choose another model.</source>
            <translation>Le modèle est introuvable. Choisissez un autre modèle.</translation>
        </message>
        <message>
            <source>The result could not be written. Nothing half-made was left.</source>
            <translation>Le résultat n'a pas pu être écrit. Aucun fichier incomplet n'a été laissé.</translation>
        </message>
        <message>
            <source>The disk is full. Free some space; nothing half-made was left.</source>
            <translation>Le disque est plein. Libérez de l'espace ; aucun fichier incomplet n'a été laissé.</translation>
        </message>
        <message>
            <source>The annotations cannot be read as sectors.</source>
            <translation>Les annotations ne peuvent pas être lues comme des secteurs.</translation>
        </message>
        <message>
            <source>A parameter is out of its range.</source>
            <translation>Un paramètre est hors de sa plage.</translation>
        </message>
        <message>
            <source>'{image}' has {image_gsd_m:.3g} m on the ground and the model was made for {model_gsd_m:.3g} m. Small sectors will be missed; use finer imagery or a model for this distance.</source>
            <translation>« {image} » a {image_gsd_m:.3g} m au sol et le modèle a été conçu pour {model_gsd_m:.3g} m. De petits secteurs seront manqués ; utilisez une image plus fine ou un modèle pour cette résolution.</translation>
        </message>
        <message>
            <source>'{image}' has 8-bit values; reflectance was taken as value / {divisor}, the true-colour rule. A model for reflectance does better on the original bands.</source>
            <translation>« {image} » a des valeurs sur 8 bits ; la réflectance a été prise comme valeur / {divisor}, la règle des couleurs vraies. Un modèle pour réflectance donne de meilleurs résultats sur les bandes d'origine.</translation>
        </message>
        <message>
            <source>'{image}' has no scale tags; reflectance was taken as value / {divisor} without an offset. Sentinel-2 scenes of baseline 04.00 and later need -1,000 first.</source>
            <translation>« {image} » n'a pas de facteur d'échelle ; la réflectance a été prise comme valeur / {divisor} sans décalage. Les scènes Sentinel-2 de version de traitement 04.00 et suivantes demandent d'abord -1 000.</translation>
        </message>
        <message>
            <source>The values of '{image}' do not look like reflectance: 1 % of them are above {p99:.4g}. Set scale tags on the image.</source>
            <translation>Les valeurs de « {image} » ne ressemblent pas à de la réflectance : 1 % d'entre elles dépassent {p99:.4g}. Définissez le facteur d'échelle de l'image.</translation>
        </message>
        <message>
            <source>'{image}' has wide numbers that lie within 0 to 255; they were taken for 8-bit true colour as they are.</source>
            <translation>« {image} » a un type de nombre large mais des valeurs entre 0 et 255 ; elles ont été prises telles quelles pour des couleurs vraies sur 8 bits.</translation>
        </message>
        <message>
            <source>'{image}' has {dtype} values; the model wants 8-bit true colour, so they were rendered as 255 x {gain} x reflectance, clipped to 0..255.</source>
            <translation>« {image} » a des valeurs {dtype} ; le modèle attend des couleurs vraies sur 8 bits : elles ont été rendues par 255 x {gain} x réflectance, bornées à 0..255.</translation>
        </message>
        <message>
            <source>{polygons} polygons keep their pixel edges: simplified by {simplify_px:g} pixels they would vanish.</source>
            <translation>{polygons} polygones gardent leurs bords de pixels : simplifiés de {simplify_px:g} pixels, ils disparaîtraient.</translation>
        </message>
        <message>
            <source>{polygons} polygons lie where the image's coordinate system has no position on the earth; they are left out.</source>
            <translation>{polygons} polygones se trouvent là où le système de coordonnées de l'image n'a pas de position sur la Terre ; ils sont exclus.</translation>
        </message>
        <message>
            <source>The model found {found} sectors; {hectares:.1f} ha of them lie where someone has worked already. What was edited, approved or rejected there stays as it is.</source>
            <translation>Le modèle a trouvé {found} secteurs ; {hectares:.1f} ha se trouvent là où quelqu'un a déjà travaillé. Ce qui y a été modifié, approuvé ou rejeté reste tel quel.</translation>
        </message>
        <message>
            <source>{count} dates are no ISO dates and were written as they are; correct them before you publish.</source>
            <translation>{count} dates ne sont pas des dates ISO et ont été écrites telles quelles ; corrigez-les avant de publier.</translation>
        </message>
        <message>
            <source>Fetching the image</source>
            <translation>Récupération de l'image</translation>
        </message>
        <message>
            <source>Loading the model</source>
            <translation>Chargement du modèle</translation>
        </message>
        <message>
            <source>Opening the image</source>
            <translation>Ouverture de l'image</translation>
        </message>
        <message>
            <source>Detecting sectors</source>
            <translation>Détection des secteurs</translation>
        </message>
        <message>
            <source>Tracing polygons</source>
            <translation>Tracé des polygones</translation>
        </message>
        <message>
            <source>Saving the sectors</source>
            <translation>Enregistrement des secteurs</translation>
        </message>
        <message>
            <source>Making the sample scene</source>
            <translation>Création de la scène d'exemple</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Autre</translation>
        </message>
        <message>
            <source>Artisanal site</source>
            <translation>Site artisanal</translation>
        </message>
        <message>
            <source>Large-scale site</source>
            <translation>Site à grande échelle</translation>
        </message>
        <message>
            <source>Heap leaching</source>
            <translation>Lixiviation en tas</translation>
        </message>
        <message>
            <source>Mine facility</source>
            <translation>Installation minière</translation>
        </message>
        <message>
            <source>Open pit</source>
            <translation>Mine à ciel ouvert</translation>
        </message>
        <message>
            <source>Processing plant</source>
            <translation>Usine de traitement</translation>
        </message>
        <message>
            <source>Stockyard</source>
            <translation>Parc à matériel</translation>
        </message>
        <message>
            <source>Tailings storage facility</source>
            <translation>Parc à résidus</translation>
        </message>
        <message>
            <source>Waste rock dump</source>
            <translation>Halde à stériles</translation>
        </message>
        <message>
            <source>Heap leach</source>
            <translation>Lixiviation</translation>
        </message>
        <message>
            <source>Plant</source>
            <translation>Usine</translation>
        </message>
        <message>
            <source>Tailings</source>
            <translation>Résidus</translation>
        </message>
        <message>
            <source>Waste rock</source>
            <translation>Stériles</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Brouillon</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>Modifié</translation>
        </message>
        <message>
            <source>In review</source>
            <translation>En vérification</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Approuvé</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Rejeté</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Publié</translation>
        </message>
        <message>
            <source>Not observed</source>
            <translation>Non observé</translation>
        </message>
        <message>
            <source>QGIS's task manager did not take the task.</source>
            <translation>Le gestionnaire de tâches de QGIS n'a pas pris la tâche.</translation>
        </message>
        <message>
            <source>Detect mining sectors: {}</source>
            <translation>Détecter les secteurs miniers : {}</translation>
        </message>
        <message>
            <source>Why is this sector wrong?</source>
            <translation>Pourquoi rejeter ce secteur ?</translation>
        </message>
        <message>
            <source>Not mining</source>
            <translation>Pas une mine</translation>
        </message>
        <message>
            <source>Water</source>
            <translation>Eau</translation>
        </message>
        <message>
            <source>Cloud or shadow</source>
            <translation>Nuage ou ombre</translation>
        </message>
        <message>
            <source>Bare soil or rock</source>
            <translation>Sol nu ou roche</translation>
        </message>
        <message>
            <source>Wrong outline</source>
            <translation>Contour erroné</translation>
        </message>
        <message>
            <source>Double</source>
            <translation>Doublon</translation>
        </message>
        <message>
            <source>The list is empty. Show every state and every class.</source>
            <translation>La liste est vide. Affichez tous les états et toutes les classes.</translation>
        </message>
        <message>
            <source>Every sector in the list is decided.</source>
            <translation>Tous les secteurs de la liste sont traités.</translation>
        </message>
        <message>
            <source>{shown} of {total}</source>
            <translation>{shown} sur {total}</translation>
        </message>
        <message>
            <source>An approval says on which image it rests. Which one is it?</source>
            <translation>Une approbation indique sur quelle image elle repose. Laquelle ?</translation>
        </message>
        <message>
            <source>Why are {} wrong?</source>
            <translation>Pourquoi rejeter {} ?</translation>
        </message>
        <message>
            <source>Write a reason, in a few words.</source>
            <translation>Écrivez un motif, en quelques mots.</translation>
        </message>
        <message>
            <source>Write the image's date like 2021-02-27.</source>
            <translation>Écrivez la date de l'image sous la forme 2021-02-27.</translation>
        </message>
        <message>
            <source>Name the source of the image, for example Copernicus Sentinel-2.</source>
            <translation>Indiquez la source de l'image, par exemple Copernicus Sentinel-2.</translation>
        </message>
        <message>
            <source>The keys work here and on the map.</source>
            <translation>Les raccourcis fonctionnent ici et sur la carte.</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Rejeter</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Approuver</translation>
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
            <translation>approuver</translation>
        </message>
        <message>
            <source>R</source>
            <translation>R</translation>
        </message>
        <message>
            <source>reject, with a reason</source>
            <translation>rejeter, avec un motif</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Espace</translation>
        </message>
        <message>
            <source>next sector</source>
            <translation>secteur suivant</translation>
        </message>
        <message>
            <source>Shift+Space</source>
            <translation>Maj+Espace</translation>
        </message>
        <message>
            <source>sector before</source>
            <translation>secteur précédent</translation>
        </message>
        <message>
            <source>Z</source>
            <translation>Z</translation>
        </message>
        <message>
            <source>undo</source>
            <translation>annuler</translation>
        </message>
        <message>
            <source>H (hold)</source>
            <translation>H (maintenir)</translation>
        </message>
        <message>
            <source>hide all sectors</source>
            <translation>masquer tous les secteurs</translation>
        </message>
        <message>
            <source>?</source>
            <translation>?</translation>
        </message>
        <message>
            <source>this list</source>
            <translation>cette liste</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>help</source>
            <translation>aide</translation>
        </message>
        <message>
            <source>Every state</source>
            <translation>Tous les états</translation>
        </message>
        <message>
            <source>Every class</source>
            <translation>Toutes les classes</translation>
        </message>
        <message>
            <source>&amp;Open a project file</source>
            <translation>&amp;Ouvrir un fichier de projet</translation>
        </message>
        <message>
            <source>A GeoPackage of an earlier day.</source>
            <translation>Un GeoPackage d’un jour précédent.</translation>
        </message>
        <message>
            <source>Undo the last change (Z)</source>
            <translation>Annuler la dernière modification (Z)</translation>
        </message>
        <message>
            <source>&amp;Show {}</source>
            <translation>&amp;Afficher {}</translation>
        </message>
        <message>
            <source>Undo: {} (Z)</source>
            <translation>Annuler : {} (Z)</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Vérifier</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Afficher</translation>
        </message>
        <message>
            <source>Every approval names its reviewer.</source>
            <translation>Chaque approbation nomme son vérificateur.</translation>
        </message>
        <message>
            <source>Areas are counted from the polygons; no accuracy sample stands behind them.</source>
            <translation>Les surfaces sont calculées à partir des polygones ; aucun échantillon d'exactitude ne les étaye.</translation>
        </message>
        <message>
            <source>Every sector was decided by a person.</source>
            <translation>Une personne s'est prononcée sur chaque secteur.</translation>
        </message>
        <message>
            <source>{waiting} of {total} sectors wait for a decision.</source>
            <translation>{waiting} secteurs sur {total} attendent une décision.</translation>
        </message>
        <message>
            <source>Every sector has the date of its image.</source>
            <translation>Chaque secteur a la date de son image.</translation>
        </message>
        <message>
            <source>Every sector names the source of its image.</source>
            <translation>Chaque secteur indique la source de son image.</translation>
        </message>
        <message>
            <source>No sector is approved yet.</source>
            <translation>Aucun secteur n'est encore approuvé.</translation>
        </message>
        <message>
            <source>There are no sectors yet.</source>
            <translation>Il n'y a pas encore de secteurs.</translation>
        </message>
        <message>
            <source>Detect some</source>
            <translation>En détecter</translation>
        </message>
        <message>
            <source>The date of the image is missing: {}.</source>
            <translation>La date de l'image manque : {}.</translation>
        </message>
        <message>
            <source>The source of the image is missing: {}.</source>
            <translation>La source de l'image manque : {}.</translation>
        </message>
        <message>
            <source>Approved without a reviewer's name: {}.</source>
            <translation>Approbation sans nom de vérificateur : {}.</translation>
        </message>
        <message>
            <source>Approved by the person who made the last edit: {}.</source>
            <translation>Approbation par l'auteur de la dernière modification : {}.</translation>
        </message>
        <message>
            <source>The detection was cancelled. Nothing was changed.</source>
            <translation>La détection a été annulée. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>&amp;Detect mining sectors</source>
            <translation>&amp;Détecter les secteurs miniers</translation>
        </message>
        <message>
            <source>Set up the engine first.</source>
            <translation>Installez d'abord le moteur.</translation>
        </message>
        <message>
            <source>Open an image first.</source>
            <translation>Ouvrez d'abord une image.</translation>
        </message>
        <message>
            <source>Choose the bands under Options.</source>
            <translation>Choisissez les bandes sous Options.</translation>
        </message>
        <message>
            <source>The engine that runs the models is not set up yet.</source>
            <translation>Le moteur qui exécute les modèles n'est pas encore installé.</translation>
        </message>
        <message>
            <source>Set up the engine…</source>
            <translation>Installer le moteur…</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Arrêt…</translation>
        </message>
        <message>
            <source>The project was closed, so the detection was cancelled. Nothing was saved.</source>
            <translation>Le projet a été fermé, la détection a donc été annulée. Rien n'a été enregistré.</translation>
        </message>
        <message>
            <source>There is no image in this project yet.</source>
            <translation>Il n'y a pas encore d'image dans ce projet.</translation>
        </message>
        <message>
            <source>Open an image…</source>
            <translation>Ouvrir une image…</translation>
        </message>
        <message>
            <source>The image is fetched from its service first; that takes a while.</source>
            <translation>L'image est d'abord récupérée auprès de son service ; cela prend un moment.</translation>
        </message>
        <message>
            <source>Coastal</source>
            <translation>Côtier</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>Bleu</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>Vert</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>Rouge</translation>
        </message>
        <message>
            <source>Red edge 705 nm</source>
            <translation>Bord du rouge 705 nm</translation>
        </message>
        <message>
            <source>Red edge 740 nm</source>
            <translation>Bord du rouge 740 nm</translation>
        </message>
        <message>
            <source>Red edge 783 nm</source>
            <translation>Bord du rouge 783 nm</translation>
        </message>
        <message>
            <source>Near infrared</source>
            <translation>Proche infrarouge</translation>
        </message>
        <message>
            <source>Near infrared, narrow</source>
            <translation>Proche infrarouge, étroit</translation>
        </message>
        <message>
            <source>Water vapour</source>
            <translation>Vapeur d'eau</translation>
        </message>
        <message>
            <source>Cirrus</source>
            <translation>Cirrus</translation>
        </message>
        <message>
            <source>Short-wave infrared 1.6 µm</source>
            <translation>Infrarouge à ondes courtes 1,6 µm</translation>
        </message>
        <message>
            <source>Short-wave infrared 2.2 µm</source>
            <translation>Infrarouge à ondes courtes 2,2 µm</translation>
        </message>
        <message>
            <source>Panchromatic</source>
            <translation>Panchromatique</translation>
        </message>
        <message>
            <source>as the model says</source>
            <translation>selon le modèle</translation>
        </message>
        <message>
            <source>keep all</source>
            <translation>tout garder</translation>
        </message>
        <message>
            <source>keep pixel edges</source>
            <translation>garder les bords des pixels</translation>
        </message>
        <message>
            <source>Band {}</source>
            <translation>Bande {}</translation>
        </message>
        <message>
            <source>choose…</source>
            <translation>choisir…</translation>
        </message>
        <message>
            <source>&amp;Add a model…</source>
            <translation>&amp;Ajouter un modèle…</translation>
        </message>
        <message>
            <source>&amp;Check this model</source>
            <translation>&amp;Tester ce modèle</translation>
        </message>
        <message>
            <source>What the map shows</source>
            <translation>Ce que montre la carte</translation>
        </message>
        <message>
            <source>The whole image</source>
            <translation>Toute l'image</translation>
        </message>
        <message>
            <source>A rectangle drawn on the map</source>
            <translation>Un rectangle dessiné sur la carte</translation>
        </message>
        <message>
            <source>Selected polygons</source>
            <translation>Polygones sélectionnés</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Démarrage…</translation>
        </message>
        <message>
            <source>Fetching the image…</source>
            <translation>Récupération de l'image…</translation>
        </message>
        <message>
            <source>Loading the model…</source>
            <translation>Chargement du modèle…</translation>
        </message>
        <message>
            <source>Opening the image…</source>
            <translation>Ouverture de l'image…</translation>
        </message>
        <message>
            <source>Looking at the image…</source>
            <translation>Analyse de l'image…</translation>
        </message>
        <message>
            <source>Drawing the polygons…</source>
            <translation>Dessin des polygones…</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Enregistrement…</translation>
        </message>
        <message>
            <source>&amp;Detect on {area}</source>
            <translation>&amp;Détecter sur {area}</translation>
        </message>
        <message>
            <source>&amp;Detect on {area} ({duration})</source>
            <translation>&amp;Détecter sur {area} ({duration})</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>Traitement…</translation>
        </message>
        <message>
            <source>Tile {done} of {total}</source>
            <translation>Tuile {done} sur {total}</translation>
        </message>
        <message>
            <source>{} left</source>
            <translation>encore {}</translation>
        </message>
        <message>
            <source>&amp;Set up now</source>
            <translation>Installer mai&amp;ntenant</translation>
        </message>
        <message>
            <source>Mining Monitor runs its models in a program of its own, the engine. It is not set up yet.</source>
            <translation>Mining Monitor exécute ses modèles dans un programme à part, le moteur. Il n'est pas encore installé.</translation>
        </message>
        <message>
            <source>The engine belongs to another version of the plugin. Update it; your data is not touched.</source>
            <translation>Le moteur correspond à une autre version de l'extension. Mettez-le à jour ; vos données restent intactes.</translation>
        </message>
        <message>
            <source>Looking for Python…</source>
            <translation>Recherche de Python…</translation>
        </message>
        <message>
            <source>Making a place for the engine…</source>
            <translation>Préparation d'un emplacement pour le moteur…</translation>
        </message>
        <message>
            <source>Downloading</source>
            <translation>Téléchargement</translation>
        </message>
        <message>
            <source>Installing</source>
            <translation>Installation</translation>
        </message>
        <message>
            <source>Checking the engine…</source>
            <translation>Contrôle du moteur…</translation>
        </message>
        <message>
            <source>Done.</source>
            <translation>Terminé.</translation>
        </message>
        <message>
            <source>&amp;Look again</source>
            <translation>&amp;Chercher à nouveau</translation>
        </message>
        <message>
            <source>&amp;Update now</source>
            <translation>Mettre à jour mai&amp;ntenant</translation>
        </message>
        <message>
            <source>&amp;Repair now</source>
            <translation>Réparer mai&amp;ntenant</translation>
        </message>
        <message>
            <source>Look for the engine</source>
            <translation>Chercher le moteur</translation>
        </message>
        <message>
            <source>Looking for the engine…</source>
            <translation>Recherche du moteur…</translation>
        </message>
        <message>
            <source>The engine is being set up. You can go on working meanwhile.</source>
            <translation>Le moteur est en cours d'installation. Vous pouvez continuer à travailler.</translation>
        </message>
        <message>
            <source>The engine is set up.</source>
            <translation>Le moteur est installé.</translation>
        </message>
        <message>
            <source>It goes to {folder}; QGIS's own Python is not touched.</source>
            <translation>Il va dans {folder} ; le Python de QGIS reste intact.</translation>
        </message>
        <message>
            <source>The set-up was cancelled. Nothing half-made was left.</source>
            <translation>L'installation a été annulée. Aucun fichier incomplet n'a été laissé.</translation>
        </message>
        <message>
            <source>About {size} MB on disk and 1 minute, from your folder of wheels.</source>
            <translation>Environ {size} MB sur le disque et 1 minute, depuis votre dossier de paquets wheel.</translation>
        </message>
        <message>
            <source>Downloads about {download} MB, takes {size} MB on disk and about {minutes} minutes.</source>
            <translation>Télécharge environ {download} MB, occupe {size} MB sur le disque et prend environ {minutes} minutes.</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} sur {total}</translation>
        </message>
        <message>
            <source>{} MB</source>
            <translation>{} MB</translation>
        </message>
        <message>
            <source>Mining Monitor: help</source>
            <translation>Mining Monitor : aide</translation>
        </message>
        <message>
            <source>The way of the work</source>
            <translation>Le déroulement du travail</translation>
        </message>
        <message>
            <source>Imagery: open an image, or drop a file on the dock. Detection: choose image, model and place; the button says how much it will look at and how long that takes. Annotation: decide on each polygon, the least certain first. Report: see what is missing, export GeoJSON. The button on the toolbar does the detection alone, in what the map shows.</source>
            <translation>Imagerie : ouvrez une image ou déposez un fichier sur le panneau. Détection : choisissez l'image, le modèle et la zone ; le bouton indique la surface analysée et la durée. Annotation : décidez pour chaque polygone, d'abord les moins certains. Rapport : voyez ce qui manque, exportez en GeoJSON. Le bouton de la barre d'outils fait la détection seule, dans ce que montre la carte.</translation>
        </message>
        <message>
            <source>What a result means</source>
            <translation>Ce que signifie un résultat</translation>
        </message>
        <message>
            <source>Every polygon of a model is a draft until a person has approved it. Ground that could not be seen is reported as not observed: it never means that there is no mine. A new detection of the same image replaces drafts that nobody has touched, and leaves everything else as it is.</source>
            <translation>Chaque polygone d'un modèle est un brouillon tant qu'une personne ne l'a pas approuvé. Le terrain qui n'a pas pu être vu est indiqué comme non observé : cela ne veut jamais dire qu'il n'y a pas de mine. Une nouvelle détection sur la même image remplace les brouillons que personne n'a touchés et laisse tout le reste tel quel.</translation>
        </message>
        <message>
            <source>Where things are</source>
            <translation>Où se trouvent les choses</translation>
        </message>
        <message>
            <source>Sectors are in a GeoPackage that any QGIS opens: its name stands on top of each dock, and each decision is saved at once. The table log in it keeps who did what when. New files go to the folder that you choose in the settings, else beside the QGIS project, else to your home folder.</source>
            <translation>Les secteurs sont dans un GeoPackage que tout QGIS ouvre : son nom figure en haut de chaque panneau, et chaque décision est enregistrée aussitôt. Sa table log conserve qui a fait quoi et quand. Les nouveaux fichiers vont dans le dossier choisi dans les paramètres, sinon à côté du projet QGIS, sinon dans votre dossier personnel.</translation>
        </message>
        <message>
            <source>The engine</source>
            <translation>Le moteur</translation>
        </message>
        <message>
            <source>Models run in a program of its own beside QGIS, on this computer; no image leaves it. It is set up once, from the Imagery dock; without internet it takes a folder of wheels. When it fails, QGIS goes on, and the next request starts it again.</source>
            <translation>Les modèles s'exécutent dans un programme à part, à côté de QGIS, sur cet ordinateur ; aucune image ne le quitte. Il s'installe une seule fois, depuis le panneau Imagerie ; sans internet, il lui faut un dossier de paquets wheel. S'il échoue, QGIS continue, et la demande suivante le redémarre.</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modèles</translation>
        </message>
        <message>
            <source>Any segmentation model in ONNX format can be added with the tool button beside the model list. A model that does not say how to use it opens a form. Look at its test figures and limits before you trust it.</source>
            <translation>Tout modèle de segmentation au format ONNX peut être ajouté avec le bouton à côté de la liste des modèles. Un modèle qui n'indique pas comment l'utiliser ouvre un formulaire. Consultez ses résultats de test et ses limites avant de vous y fier.</translation>
        </message>
        <message>
            <source>Keys of the Annotation dock</source>
            <translation>Raccourcis du panneau Annotation</translation>
        </message>
        <message>
            <source>This image cannot be opened. Check its source in the layer properties.</source>
            <translation>Cette image ne peut pas être ouverte. Vérifiez sa source dans les propriétés de la couche.</translation>
        </message>
        <message>
            <source>Google's map tiles: their terms forbid image analysis. Choose another image.</source>
            <translation>Tuiles de Google : leurs conditions interdisent l'analyse d'images. Choisissez une autre image.</translation>
        </message>
        <message>
            <source>A map service. It is fetched as a picture, at the pixel size of the model, before it is analysed.</source>
            <translation>Un service de cartes. Il est récupéré sous forme d'image, à la taille de pixel du modèle, avant l'analyse.</translation>
        </message>
        <message>
            <source>1 band</source>
            <translation>1 bande</translation>
        </message>
        <message>
            <source>no coordinate reference system</source>
            <translation>pas de système de coordonnées de référence</translation>
        </message>
        <message>
            <source>{} × {} pixels</source>
            <translation>{} × {} pixels</translation>
        </message>
        <message>
            <source>{} bands</source>
            <translation>{} bandes</translation>
        </message>
        <message>
            <source>{} bit</source>
            <translation>{} bits</translation>
        </message>
        <message>
            <source>{} on the ground</source>
            <translation>{} au sol</translation>
        </message>
        <message>
            <source>Open images</source>
            <translation>Ouvrir des images</translation>
        </message>
        <message>
            <source>Drawing the sample scene…</source>
            <translation>Dessin de la scène d'exemple…</translation>
        </message>
        <message>
            <source>Set up the engine first; then the sample scene opens by itself.</source>
            <translation>Le moteur dessine la scène d'exemple : installez-le d'abord, la scène s'ouvrira ensuite d'elle-même.</translation>
        </message>
        <message>
            <source>Sample scene</source>
            <translation>Scène d'exemple</translation>
        </message>
        <message>
            <source>{} cannot be opened as an image.</source>
            <translation>{} ne peut pas être ouvert comme image.</translation>
        </message>
        <message>
            <source>The sample scene cannot be opened: {}.</source>
            <translation>La scène d'exemple ne peut pas être ouverte : {}.</translation>
        </message>
        <message>
            <source>Leave out: not observed</source>
            <translation>Exclure : non observé</translation>
        </message>
        <message>
            <source>Give the model a title.</source>
            <translation>Donnez un titre au modèle.</translation>
        </message>
        <message>
            <source>Name the bands that go in, in order, for example: red, green, blue.</source>
            <translation>Nommez les bandes en entrée, dans l'ordre, par exemple : red, green, blue.</translation>
        </message>
        <message>
            <source>Say at which pixel size the model was trained: it only works near that size.</source>
            <translation>Indiquez la taille de pixel d'entraînement du modèle : il ne fonctionne qu'autour de cette taille.</translation>
        </message>
        <message>
            <source>Add the classes that come out, in order.</source>
            <translation>Ajoutez les classes en sortie, dans l'ordre.</translation>
        </message>
        <message>
            <source>colours 0 to 255</source>
            <translation>couleurs de 0 à 255</translation>
        </message>
        <message>
            <source>reflectance 0 to 1</source>
            <translation>réflectance de 0 à 1</translation>
        </message>
        <message>
            <source>the image's own numbers</source>
            <translation>les valeurs de l'image telles quelles</translation>
        </message>
        <message>
            <source>raw scores (logits)</source>
            <translation>scores bruts (logits)</translation>
        </message>
        <message>
            <source>probabilities 0 to 1</source>
            <translation>probabilités de 0 à 1</translation>
        </message>
        <message>
            <source>the number of the class</source>
            <translation>le numéro de la classe</translation>
        </message>
        <message>
            <source>Name in the model</source>
            <translation>Nom dans le modèle</translation>
        </message>
        <message>
            <source>Is</source>
            <translation>Correspond à</translation>
        </message>
        <message>
            <source>The model takes {wanted} bands; you have named {named}.</source>
            <translation>Le modèle prend {wanted} bandes ; vous en avez nommé {named}.</translation>
        </message>
        <message>
            <source>Choose what class {} is.</source>
            <translation>Choisissez à quoi correspond la classe {}.</translation>
        </message>
        <message>
            <source>{} does not say how to use it. Fill in what you know; it stays with the model.</source>
            <translation>{} n'indique pas comment l'utiliser. Remplissez ce que vous savez ; cela reste avec le modèle.</translation>
        </message>
        <message>
            <source>class {}</source>
            <translation>classe {}</translation>
        </message>
        <message>
            <source>Add a model</source>
            <translation>Ajouter un modèle</translation>
        </message>
        <message>
            <source>Made for pixels of {}</source>
            <translation>Conçu pour des pixels de {}</translation>
        </message>
        <message>
            <source>Its card gives no test result: nobody knows how good it is.</source>
            <translation>Sa fiche ne donne aucun résultat de test : personne ne sait s’il est bon.</translation>
        </message>
        <message>
            <source>The model '{}' is installed.</source>
            <translation>Le modèle « {} » est installé.</translation>
        </message>
        <message>
            <source>Checking '{}'…</source>
            <translation>Test de « {} »…</translation>
        </message>
        <message>
            <source> (runs from {low} to {high})</source>
            <translation> (fonctionne de {low} à {high})</translation>
        </message>
        <message>
            <source>Tested: {}</source>
            <translation>Testé : {}</translation>
        </message>
        <message>
            <source> (and {} more, see the tooltip)</source>
            <translation> (et {} de plus, voir l'infobulle)</translation>
        </message>
        <message>
            <source>{} ms a tile.</source>
            <translation>{} ms par tuile.</translation>
        </message>
        <message>
            <source>'{name}' cannot be used. {problems}</source>
            <translation>« {name} » ne peut pas être utilisé. {problems}</translation>
        </message>
        <message>
            <source>Limits: {}</source>
            <translation>Limites : {}</translation>
        </message>
        <message>
            <source>'{}' works.</source>
            <translation>« {} » fonctionne.</translation>
        </message>
        <message>
            <source>LAMES (as published)</source>
            <translation>LAMES (version publiée)</translation>
        </message>
        <message>
            <source>Safe for colour-blind readers</source>
            <translation>Adapté aux daltoniens</translation>
        </message>
        <message>
            <source>Drag on the map to draw it. Escape gives up.</source>
            <translation>Faites glisser sur la carte pour le dessiner. Échap pour abandonner.</translation>
        </message>
        <message>
            <source>Select one or more polygons on the map first.</source>
            <translation>Sélectionnez d'abord un ou plusieurs polygones sur la carte.</translation>
        </message>
        <message>
            <source>Select polygons with QGIS's own selection tools.</source>
            <translation>Sélectionnez des polygones avec les outils de sélection de QGIS.</translation>
        </message>
        <message>
            <source>Draw a rectangle on the map first.</source>
            <translation>Dessinez d'abord un rectangle sur la carte.</translation>
        </message>
        <message>
            <source>{count} selected in '{layer}'.</source>
            <translation>{count} sélectionnés dans « {layer} ».</translation>
        </message>
        <message>
            <source>Detecting… (preview)</source>
            <translation>Détection… (aperçu)</translation>
        </message>
        <message>
            <source>&amp;Open a project file…</source>
            <translation>&amp;Ouvrir un fichier de projet…</translation>
        </message>
        <message>
            <source>&amp;New project file…</source>
            <translation>&amp;Nouveau fichier de projet…</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>&amp;Paramètres…</translation>
        </message>
        <message>
            <source>&amp;Help (F1)</source>
            <translation>&amp;Aide (F1)</translation>
        </message>
        <message>
            <source>No project file yet</source>
            <translation>Pas encore de fichier de projet</translation>
        </message>
        <message>
            <source>The first detection makes one.</source>
            <translation>La première détection en crée un.</translation>
        </message>
        <message>
            <source>Open a project file</source>
            <translation>Ouvrir un fichier de projet</translation>
        </message>
        <message>
            <source>Project files (*.gpkg)</source>
            <translation>Fichiers de projet (*.gpkg)</translation>
        </message>
        <message>
            <source>New project file</source>
            <translation>Nouveau fichier de projet</translation>
        </message>
        <message>
            <source>{} holds no sectors. Choose a project file of Mining Monitor.</source>
            <translation>{} ne contient pas de secteurs. Choisissez un fichier de projet de Mining Monitor.</translation>
        </message>
        <message>
            <source>Sectors go into {} from now on.</source>
            <translation>Les secteurs iront désormais dans {}.</translation>
        </message>
        <message>
            <source>{} cannot be opened.</source>
            <translation>{} ne peut pas être ouvert.</translation>
        </message>
        <message>
            <source>Image date and source</source>
            <translation>Date et source de l'image</translation>
        </message>
        <message>
            <source>&amp;Export GeoJSON</source>
            <translation>&amp;Exporter en GeoJSON</translation>
        </message>
        <message>
            <source>No sector is in the chosen states.</source>
            <translation>Aucun secteur n'est dans les états choisis.</translation>
        </message>
        <message>
            <source>Save your edits first: the export reads what is saved.</source>
            <translation>Enregistrez d'abord vos modifications : l'export lit ce qui est enregistré.</translation>
        </message>
        <message>
            <source>{sectors} written to {file}.</source>
            <translation>Export : {sectors} dans {file}.</translation>
        </message>
        <message>
            <source>Choose a file.</source>
            <translation>Choisissez un fichier.</translation>
        </message>
        <message>
            <source>&amp;Export {} as GeoJSON</source>
            <translation>&amp;Exporter {} en GeoJSON</translation>
        </message>
        <message>
            <source>Left out: {}.</source>
            <translation>Exclus : {}.</translation>
        </message>
        <message>
            <source>⚠ Exact places of {} artisanal sites would be published. That can put people at risk.</source>
            <translation>⚠ La position exacte de {} sites artisanaux serait publiée. Cela peut mettre des personnes en danger.</translation>
        </message>
        <message>
            <source>{} artisanal sites are among them, so places are coarse by default.</source>
            <translation>{} sites artisanaux en font partie : les positions sont donc approximatives par défaut.</translation>
        </message>
        <message>
            <source>GeoJSON (*.geojson)</source>
            <translation>GeoJSON (*.geojson)</translation>
        </message>
        <message>
            <source>Report (all fields, RFC 7946)</source>
            <translation>Rapport (tous les champs, RFC 7946)</translation>
        </message>
        <message>
            <source>For GIS, web maps and archives</source>
            <translation>Pour SIG, cartes web et archives</translation>
        </message>
        <message>
            <source>The fields of the LAMES dataset, for training and exchange</source>
            <translation>Les champs du jeu de données LAMES, pour l'entraînement et l'échange</translation>
        </message>
        <message>
            <source>exact outlines</source>
            <translation>contours exacts</translation>
        </message>
        <message>
            <source>cells of 0.01° (about 1 km)</source>
            <translation>cellules de 0,01° (environ 1 km)</translation>
        </message>
        <message>
            <source>cells of 0.05° (about 5 km)</source>
            <translation>cellules de 0,05° (environ 5 km)</translation>
        </message>
        <message>
            <source>cells of 0.1° (about 10 km)</source>
            <translation>cellules de 0,1° (environ 10 km)</translation>
        </message>
        <message>
            <source>Exporting…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>No new sector: what was found is on the map already</source>
            <translation>Pas de nouveau secteur : ce qui a été trouvé est déjà sur la carte</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>sans données</translation>
        </message>
        <message>
            <source>masked</source>
            <translation>masqué</translation>
        </message>
        <message>
            <source>cloud</source>
            <translation>nuage</translation>
        </message>
        <message>
            <source>1 tile</source>
            <translation>1 tuile</translation>
        </message>
        <message>
            <source>{sectors}, {area}</source>
            <translation>{sectors}, {area}</translation>
        </message>
        <message>
            <source>{area} not observed</source>
            <translation>{area} non observés</translation>
        </message>
        <message>
            <source>{model}, {tiles} at {gsd} in {seconds}.</source>
            <translation>{model}, {tiles} à {gsd} en {seconds}.</translation>
        </message>
        <message>
            <source>1 earlier draft that nobody had touched was replaced.</source>
            <translation>1 ébauche antérieure que personne n’avait touchée a été remplacée.</translation>
        </message>
        <message>
            <source>Area, ha</source>
            <translation>Surface, ha</translation>
        </message>
        <message>
            <source>{} tiles</source>
            <translation>{} tuiles</translation>
        </message>
        <message>
            <source>No mining sector found in {area} observed</source>
            <translation>Aucun secteur minier trouvé sur {area} observés</translation>
        </message>
        <message>
            <source>{} earlier drafts that nobody had touched were replaced.</source>
            <translation>{} brouillons antérieurs que personne n'avait touchés ont été remplacés.</translation>
        </message>
        <message>
            <source>Detecting mining sectors…</source>
            <translation>Détection des secteurs miniers…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Set up the engine of Mining Monitor</source>
            <translation>Installer le moteur de Mining Monitor</translation>
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
            <translation>environ 1 s</translation>
        </message>
        <message>
            <source>1 sector</source>
            <translation>1 secteur</translation>
        </message>
        <message>
            <source>Ground that is no mining sector.</source>
            <translation>Terrain qui n'est pas un secteur minier.</translation>
        </message>
        <message>
            <source>Connected ground worked by artisanal or small-scale miners, often along rivers.</source>
            <translation>Terrain d'un seul tenant exploité par des mineurs artisanaux ou à petite échelle, souvent le long de cours d'eau.</translation>
        </message>
        <message>
            <source>The whole extent of a large-scale mine; it lies over its sectors by design.</source>
            <translation>Toute l'emprise d'une mine à grande échelle ; elle recouvre volontairement ses secteurs.</translation>
        </message>
        <message>
            <source>Ore stacked in layers on a liner and irrigated to leach out the metal.</source>
            <translation>Minerai empilé en couches sur une géomembrane et arrosé pour en extraire le métal par lixiviation.</translation>
        </message>
        <message>
            <source>Workshops, offices, housing, laboratories, parking and other structures of the mine.</source>
            <translation>Ateliers, bureaux, logements, laboratoires, parkings et autres structures de la mine.</translation>
        </message>
        <message>
            <source>The outline of a surface excavation, also of an inactive one that can still be recognised.</source>
            <translation>Le contour d'une excavation à ciel ouvert, même inactive si elle est encore reconnaissable.</translation>
        </message>
        <message>
            <source>Everything from the primary crusher to the thickener ponds.</source>
            <translation>Tout, du concasseur primaire aux bassins épaississeurs.</translation>
        </message>
        <message>
            <source>A yard for spare parts and equipment: belts, tyres, pipes.</source>
            <translation>Un parc de pièces de rechange et d'équipements : bandes transporteuses, pneus, tuyaux.</translation>
        </message>
        <message>
            <source>An impoundment of slurry tailings with its dam, of any type.</source>
            <translation>Une retenue de résidus en pulpe avec sa digue, de tout type.</translation>
        </message>
        <message>
            <source>Dumped rock without economic grade, small temporary dumps included.</source>
            <translation>Roche déversée sans teneur économique, petits dépôts temporaires compris.</translation>
        </message>
        <message>
            <source>It has no clear boundary: enclose only ground that is connected.</source>
            <translation>Il n'a pas de limite nette : n'entourez que du terrain d'un seul tenant.</translation>
        </message>
        <message>
            <source>It is an area around sectors, not a sector.</source>
            <translation>C'est une zone autour de secteurs, pas un secteur.</translation>
        </message>
        <message>
            <source>Easily taken for a waste rock dump: look for flat, regular terraces.</source>
            <translation>Facile à confondre avec une halde à stériles : cherchez des terrasses planes et régulières.</translation>
        </message>
        <message>
            <source>Anything from the crusher to the thickener ponds is the processing plant.</source>
            <translation>Tout ce qui va du concasseur aux bassins épaississeurs est l'usine de traitement.</translation>
        </message>
        <message>
            <source>Ground inside a pit that is filled with waste is a waste rock dump.</source>
            <translation>Le terrain d'une fosse comblé de stériles est une halde à stériles.</translation>
        </message>
        <message>
            <source>Offices and workshops are mine facilities.</source>
            <translation>Les bureaux et les ateliers sont des installations minières.</translation>
        </message>
        <message>
            <source>Stockyard means spare parts, not ore: ore stockpiles have no class.</source>
            <translation>Le parc à matériel contient des pièces de rechange, pas du minerai : les stocks de minerai n'ont pas de classe.</translation>
        </message>
        <message>
            <source>Ponds of water or solution without tailings have no class.</source>
            <translation>Les bassins d'eau ou de solution sans résidus n'ont pas de classe.</translation>
        </message>
        <message>
            <source>Spent ore on a liner is heap leaching; fine, wet residue is tailings.</source>
            <translation>Du minerai épuisé sur une géomembrane relève de la lixiviation en tas ; des résidus fins et humides, du parc à résidus.</translation>
        </message>
        <message>
            <source>no sectors yet</source>
            <translation>pas encore de secteurs</translation>
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
            <translation>environ {}</translation>
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
            <translation>{} secteurs</translation>
        </message>
        <message>
            <source>{count} {state}</source>
            <translation>{state} : {count}</translation>
        </message>
        <message>
            <source>Imagery</source>
            <translation>Imagerie</translation>
        </message>
        <message>
            <source>Detection</source>
            <translation>Détection</translation>
        </message>
        <message>
            <source>Annotation</source>
            <translation>Annotation</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Rapport</translation>
        </message>
        <message>
            <source>Detect mining sectors in what the map shows</source>
            <translation>Détecter les secteurs miniers dans ce que montre la carte</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Paramètres…</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
    </context>
    <context>
        <name>ModelForm</name>
        <message>
            <source>Add a model</source>
            <translation>Ajouter un modèle</translation>
        </message>
        <message>
            <source>&amp;Title</source>
            <translation>&amp;Titre</translation>
        </message>
        <message>
            <source>&amp;Bands, in order</source>
            <translation>&amp;Bandes, dans l'ordre</translation>
        </message>
        <message>
            <source>red, green, blue</source>
            <translation>red, green, blue</translation>
        </message>
        <message>
            <source>Names such as red, green, blue, nir, swir16, swir22, or Sentinel-2 names such as B04</source>
            <translation>Des noms comme red, green, blue, nir, swir16, swir22, ou des noms Sentinel-2 comme B04</translation>
        </message>
        <message>
            <source>Trained at a pixel size &amp;of</source>
            <translation>Entraîné avec des pixels &amp;de</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>pas encore connu</translation>
        </message>
        <message>
            <source> m</source>
            <translation> m</translation>
        </message>
        <message>
            <source>&amp;Numbers that go in</source>
            <translation>&amp;Valeurs en entrée</translation>
        </message>
        <message>
            <source>N&amp;umbers that come out</source>
            <translation>Va&amp;leurs en sortie</translation>
        </message>
        <message>
            <source>&amp;Classes, in order</source>
            <translation>&amp;Classes, dans l'ordre</translation>
        </message>
        <message>
            <source>&amp;Add a class</source>
            <translation>&amp;Ajouter une classe</translation>
        </message>
        <message>
            <source>&amp;Remove the last</source>
            <translation>&amp;Supprimer la dernière</translation>
        </message>
    </context>
    <context>
        <name>OptionsForm</name>
        <message>
            <source>You</source>
            <translation>Vous</translation>
        </message>
        <message>
            <source>Your &amp;name in the record of changes</source>
            <translation>Votre &amp;nom dans le journal des modifications</translation>
        </message>
        <message>
            <source>Folder for new project &amp;files</source>
            <translation>Dossier des nouveaux &amp;fichiers de projet</translation>
        </message>
        <message>
            <source>Class &amp;colours</source>
            <translation>&amp;Couleurs des classes</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Moteur</translation>
        </message>
        <message>
            <source>Processor &amp;threads</source>
            <translation>&amp;Threads du processeur</translation>
        </message>
        <message>
            <source>chosen by the engine</source>
            <translation>choisi par le moteur</translation>
        </message>
        <message>
            <source>&amp;Python of your own (empty: the plugin's engine)</source>
            <translation>&amp;Python personnel (vide : le moteur de l'extension)</translation>
        </message>
        <message>
            <source>Folder of &amp;wheels for set-up without internet</source>
            <translation>Dossier de paquets &amp;wheel pour l'installation sans internet</translation>
        </message>
    </context>
    <context>
        <name>ProjectBar</name>
        <message>
            <source>Open or make a project file; help</source>
            <translation>Ouvrir ou créer un fichier de projet ; aide</translation>
        </message>
        <message>
            <source>Project file and help</source>
            <translation>Fichier de projet et aide</translation>
        </message>
    </context>
    <context>
        <name>ReportPanel</name>
        <message>
            <source>Se&amp;ctors</source>
            <translation>&amp;Secteurs</translation>
        </message>
        <message>
            <source>What a defensible report still needs</source>
            <translation>Ce qui manque encore à un rapport défendable</translation>
        </message>
        <message>
            <source>States to include</source>
            <translation>États à inclure</translation>
        </message>
        <message>
            <source>&amp;Form</source>
            <translation>&amp;Format</translation>
        </message>
        <message>
            <source>&amp;Places</source>
            <translation>&amp;Lieux</translation>
        </message>
        <message>
            <source>Fi&amp;le</source>
            <translation>F&amp;ichier</translation>
        </message>
        <message>
            <source>&amp;Export GeoJSON</source>
            <translation>&amp;Exporter en GeoJSON</translation>
        </message>
    </context>
</TS>
