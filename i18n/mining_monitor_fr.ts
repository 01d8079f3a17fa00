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
            <source>&amp;Import annotations</source>
            <translation>Importer des &amp;annotations</translation>
        </message>
        <message>
            <source>Polygons drawn elsewhere: GeoJSON, Google Earth, GeoPackage.</source>
            <translation>Polygones dessinés ailleurs : GeoJSON, Google Earth, GeoPackage.</translation>
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
            <source>&amp;More</source>
            <translation>Pl&amp;us</translation>
        </message>
        <message>
            <source>Check, import, history, log</source>
            <translation>Contrôle, import, historique, journal</translation>
        </message>
        <message>
            <source>Sectors, first those that need a person most</source>
            <translation>Secteurs, d'abord ceux qui demandent le plus d'attention</translation>
        </message>
        <message>
            <source>Under the cursor</source>
            <translation>Sous le curseur</translation>
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
            <source>Leave out &amp;clouds and their shadows</source>
            <translation>&amp;Exclure les nuages et leurs ombres</translation>
        </message>
        <message>
            <source>Needs the package ukis-csmask in the engine, and an image with near infrared.</source>
            <translation>Nécessite le paquet ukis-csmask dans le moteur et une image avec le proche infrarouge.</translation>
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
        <name>ImageryDetails</name>
        <message>
            <source>I have read its terms: analysis is per&amp;mitted</source>
            <translation>J'ai lu ses conditions : l'analyse est per&amp;mise</translation>
        </message>
        <message>
            <source>Show as</source>
            <translation>Afficher en</translation>
        </message>
        <message>
            <source>True &amp;colour</source>
            <translation>&amp;Couleurs vraies</translation>
        </message>
        <message>
            <source>Red, green and blue, stretched to what the map shows</source>
            <translation>Rouge, vert et bleu, étirés selon ce que montre la carte</translation>
        </message>
        <message>
            <source>S&amp;WIR</source>
            <translation>S&amp;WIR</translation>
        </message>
        <message>
            <source>Short-wave infrared, near infrared and red: bare ground and water stand out</source>
            <translation>Infrarouge à ondes courtes, proche infrarouge et rouge : le sol nu et l'eau ressortent</translation>
        </message>
        <message>
            <source>Inde&amp;x</source>
            <translation>I&amp;ndice</translation>
        </message>
        <message>
            <source>A spectral index as a layer of its own</source>
            <translation>Un indice spectral dans une couche à part</translation>
        </message>
        <message>
            <source>Com&amp;pare with</source>
            <translation>Com&amp;parer avec</translation>
        </message>
        <message>
            <source>Swipe: drag the line on the map</source>
            <translation>Balayage : faire glisser la ligne sur la carte</translation>
        </message>
        <message>
            <source>Swipe</source>
            <translation>Balayage</translation>
        </message>
        <message>
            <source>Side by side: a second map that moves along</source>
            <translation>Côte à côte : une seconde carte qui suit les déplacements</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Côte à côte</translation>
        </message>
        <message>
            <source>Taken &amp;on</source>
            <translation>Prise &amp;le</translation>
        </message>
        <message>
            <source>2024-03-14</source>
            <translation>2024-03-14</translation>
        </message>
        <message>
            <source>The date of the image; every new sector carries it</source>
            <translation>La date de l'image ; chaque nouveau secteur la porte</translation>
        </message>
        <message>
            <source>to</source>
            <translation>au</translation>
        </message>
        <message>
            <source>mosaics only</source>
            <translation>mosaïques seulement</translation>
        </message>
        <message>
            <source>The last date, where the image is a mosaic of several</source>
            <translation>La dernière date, si l'image est une mosaïque de plusieurs images</translation>
        </message>
        <message>
            <source>Ta&amp;ken by</source>
            <translation>Prise pa&amp;r</translation>
        </message>
        <message>
            <source>Satellite, agency or company</source>
            <translation>Satellite, agence ou entreprise</translation>
        </message>
        <message>
            <source>Ask the service</source>
            <translation>Interroger le service</translation>
        </message>
        <message>
            <source>Ask the service when the picture in the middle of the map was taken, and by whom</source>
            <translation>Demander au service quand et par qui l'image au centre de la carte a été prise</translation>
        </message>
        <message>
            <source>&amp;Build</source>
            <translation>Cons&amp;truire</translation>
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
            <source>Search Se&amp;ntinel-2</source>
            <translation>Rechercher &amp;Sentinel-2</translation>
        </message>
        <message>
            <source>Free images at 10 m of any place since 2015. Only what the map shows is fetched.</source>
            <translation>Images gratuites à 10 m de tout lieu depuis 2015. Seul ce que montre la carte est récupéré.</translation>
        </message>
        <message>
            <source>Open a Sentinel-2 &amp;product</source>
            <translation>Ouvrir un &amp;produit Sentinel-2</translation>
        </message>
        <message>
            <source>A SAFE folder or its .zip. Or drop it here.</source>
            <translation>Un dossier SAFE ou son .zip. Vous pouvez aussi le déposer ici.</translation>
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
            <source>&amp;Add</source>
            <translation>&amp;Ajouter</translation>
        </message>
        <message>
            <source>A file, a Sentinel-2 product, a search, the sample scene</source>
            <translation>Un fichier, un produit Sentinel-2, une recherche, la scène d'exemple</translation>
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
        <name>LabellingWindow</name>
        <message>
            <source>&amp;Round</source>
            <translation>&amp;Tour</translation>
        </message>
        <message>
            <source>&amp;You are</source>
            <translation>&amp;Vous êtes</translation>
        </message>
        <message>
            <source>Cannot be told (U)</source>
            <translation>Indéterminable (U)</translation>
        </message>
        <message>
            <source>Skip (Space)</source>
            <translation>Passer (Espace)</translation>
        </message>
        <message>
            <source>Back (B)</source>
            <translation>Retour (B)</translation>
        </message>
        <message>
            <source>Undo (Z)</source>
            <translation>Annuler (Z)</translation>
        </message>
        <message>
            <source>I am not sure (N)</source>
            <translation>Je ne suis pas sûr (N)</translation>
        </message>
        <message>
            <source>Co&amp;mment</source>
            <translation>Co&amp;mmentaire</translation>
        </message>
        <message>
            <source>&amp;Assess accuracy</source>
            <translation>É&amp;valuer l'exactitude</translation>
        </message>
    </context>
    <context>
        <name>MiningMonitor</name>
        <message>
            <source>{} cannot be opened.</source>
            <translation>{} ne peut pas être ouvert.</translation>
        </message>
        <message>
            <source>{} does not take the decision.</source>
            <translation>{} n'accepte pas la décision.</translation>
        </message>
        <message>
            <source>Assess accuracy</source>
            <translation>Évaluer l'exactitude</translation>
        </message>
        <message>
            <source>&lt;p&gt;Tells how good a map is.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Reference&lt;/b&gt;: points that a person has labelled (see &lt;i&gt;Draw sample points&lt;/i&gt;) give accuracies and corrected areas, each with its 95 % interval (Olofsson et al. 2014). Polygons or a class raster that cover the ground give precision, recall and IoU of each class, for polygons also how well outlines and single sectors meet. &lt;b&gt;Extent&lt;/b&gt;: only what lies in it.&lt;/p&gt;&lt;p&gt;Ground that one side could not observe is compared nowhere. Figures that are 0/0 are undefined, never 0, and are listed.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Indique la qualité d'une carte.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Référence&lt;/b&gt; : des points étiquetés par une personne (voir &lt;i&gt;Tirer des points d'échantillon&lt;/i&gt;) donnent les exactitudes et les surfaces corrigées, chacune avec son intervalle à 95 % (Olofsson et al. 2014). Des polygones ou un raster des classes qui couvrent le terrain donnent la précision, le rappel et l'IoU de chaque classe et, pour des polygones, aussi la concordance des contours et des secteurs un à un. &lt;b&gt;Emprise&lt;/b&gt; : seulement ce qui s'y trouve.&lt;/p&gt;&lt;p&gt;Le terrain que l'un des deux côtés n'a pas pu observer n'est comparé nulle part. Les valeurs 0/0 sont indéfinies, jamais 0, et sont listées.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Compares a map with a reference, and corrects its areas where the reference is a sample.</source>
            <translation>Compare une carte à une référence et corrige ses surfaces si la référence est un échantillon.</translation>
        </message>
        <message>
            <source>undefined</source>
            <translation>indéfini</translation>
        </message>
        <message>
            <source>{}: user's accuracy {}, producer's accuracy {}</source>
            <translation>{} : exactitude pour l'utilisateur {}, exactitude pour le producteur {}</translation>
        </message>
        <message>
            <source>{:.1f} % ({:.1f} to {:.1f})</source>
            <translation>{:.1f} % ({:.1f} à {:.1f})</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Carte</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Référence</translation>
        </message>
        <message>
            <source>Extent (empty: everything)</source>
            <translation>Emprise (vide : tout)</translation>
        </message>
        <message>
            <source>All figures</source>
            <translation>Toutes les valeurs</translation>
        </message>
        <message>
            <source>JSON files (*.json)</source>
            <translation>Fichiers JSON (*.json)</translation>
        </message>
        <message>
            <source>Table by class</source>
            <translation>Table par classe</translation>
        </message>
        <message>
            <source>CSV files (*.csv)</source>
            <translation>Fichiers CSV (*.csv)</translation>
        </message>
        <message>
            <source>mapped {:.1f} ha, corrected {:.1f} ha ({:.1f} to {:.1f})</source>
            <translation>cartographié {:.1f} ha, corrigé {:.1f} ha ({:.1f} à {:.1f})</translation>
        </message>
        <message>
            <source>Overall accuracy: {}</source>
            <translation>Exactitude globale : {}</translation>
        </message>
        <message>
            <source>{} points are not labelled yet.</source>
            <translation>{} points ne sont pas encore étiquetés.</translation>
        </message>
        <message>
            <source>Undefined (0/0): {}</source>
            <translation>Indéfini (0/0) : {}</translation>
        </message>
        <message>
            <source>Mining sectors</source>
            <translation>Secteurs miniers</translation>
        </message>
        <message>
            <source>The algorithm was not prepared.</source>
            <translation>L'algorithme n'a pas été préparé.</translation>
        </message>
        <message>
            <source>mining,mine,sector,lames,tailings,pit,waste rock,remote sensing</source>
            <translation>exploitation minière,mine,secteur,lames,résidus,fosse,stériles,télédétection</translation>
        </message>
        <message>
            <source>Detect change</source>
            <translation>Détecter les changements</translation>
        </message>
        <message>
            <source>&lt;p&gt;Compares the sectors of two dates: where mines expanded, where they were given back, where one class became another one, and what one date could not observe, which is never called reclaimed.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Tolerance&lt;/b&gt;: narrower changes are differences of position, not of the ground: 12 m between two Sentinel-2 scenes, 20 m between Sentinel-2 and finer imagery. &lt;b&gt;Minimum area&lt;/b&gt;: smaller changes are left out. Both are told. &lt;b&gt;Matrix&lt;/b&gt;: what each class became; its rows sum to the areas before and its columns to the areas after.&lt;/p&gt;&lt;p&gt;Every polygon of change has the image dates, classes and identities of both dates.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Compare les secteurs de deux dates : où les mines se sont étendues, où elles ont été réhabilitées, où une classe est devenue une autre, et ce qu'une date n'a pas pu observer, qui n'est jamais appelé réhabilitation.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Tolérance&lt;/b&gt; : les changements plus étroits sont des écarts de position, pas du terrain : 12 m entre deux scènes Sentinel-2, 20 m entre Sentinel-2 et une image plus fine. &lt;b&gt;Surface minimale&lt;/b&gt; : les changements plus petits sont exclus. Les deux sont indiqués. &lt;b&gt;Matrice&lt;/b&gt; : ce que chaque classe est devenue ; la somme de ses lignes donne les surfaces avant et celle de ses colonnes les surfaces après.&lt;/p&gt;&lt;p&gt;Chaque polygone de changement porte les dates d'image, les classes et les identifiants des deux dates.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Finds expansion, reclamation and conversion between the sectors of two dates.</source>
            <translation>Trouve l'expansion, la réhabilitation et la conversion entre les secteurs de deux dates.</translation>
        </message>
        <message>
            <source>Sectors before</source>
            <translation>Secteurs avant</translation>
        </message>
        <message>
            <source>Sectors after</source>
            <translation>Secteurs après</translation>
        </message>
        <message>
            <source>Tolerance (m)</source>
            <translation>Tolérance (m)</translation>
        </message>
        <message>
            <source>Minimum area (m²)</source>
            <translation>Surface minimale (m²)</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Changement</translation>
        </message>
        <message>
            <source>Transition matrix</source>
            <translation>Matrice de transition</translation>
        </message>
        <message>
            <source>Expansion: {:.2f} ha</source>
            <translation>Expansion : {:.2f} ha</translation>
        </message>
        <message>
            <source>Reclamation: {:.2f} ha</source>
            <translation>Réhabilitation : {:.2f} ha</translation>
        </message>
        <message>
            <source>Conversion: {:.2f} ha</source>
            <translation>Conversion : {:.2f} ha</translation>
        </message>
        <message>
            <source>Narrower than the tolerance or smaller than the minimum area: {:.2f} ha</source>
            <translation>Plus étroit que la tolérance ou plus petit que la surface minimale : {:.2f} ha</translation>
        </message>
        <message>
            <source>Mapped before and not observed after: {:.2f} ha</source>
            <translation>Cartographié avant et non observé après : {:.2f} ha</translation>
        </message>
        <message>
            <source>Mapped after and not observed before: {:.2f} ha</source>
            <translation>Cartographié après et non observé avant : {:.2f} ha</translation>
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
            <source>Model (empty: the one that suits the image)</source>
            <translation>Modèle (vide : celui qui convient à l'image)</translation>
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
            <source>The rows cannot be written: {}</source>
            <translation>Les lignes ne peuvent pas être écrites : {}</translation>
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
            <source>Generalise (degrees); empty: artisanal sites only</source>
            <translation>Généraliser (degrés) ; vide : sites artisanaux seulement</translation>
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
            <source>Imagery</source>
            <translation>Imagerie</translation>
        </message>
        <message>
            <source>Name the file to write.</source>
            <translation>Indiquez le fichier à écrire.</translation>
        </message>
        <message>
            <source>{} cannot be written: {}</source>
            <translation>{} ne peut pas être écrit : {}</translation>
        </message>
        <message>
            <source>Import annotations</source>
            <translation>Importer des annotations</translation>
        </message>
        <message>
            <source>&lt;p&gt;Reads polygons that people drew elsewhere as sectors: LAMES GeoJSON in all its published shapes, KML and KMZ from Google Earth, GeoPackages and any other polygon file.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Repair&lt;/b&gt;: mend outlines that cross themselves; without it they are imported as they are. &lt;b&gt;Issues&lt;/b&gt;: everything that was found, each with its place, and for repairs the shape before and after. Dates, names and classes are never changed here.&lt;/p&gt;&lt;p&gt;Footprints and the table of site metadata are joined where they lie beside a LAMES file under their published names.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Lit comme secteurs des polygones dessinés ailleurs : le GeoJSON LAMES sous toutes ses formes publiées, le KML et le KMZ de Google Earth, les GeoPackages et tout autre fichier de polygones.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Réparer&lt;/b&gt; : corrige les contours qui se croisent eux-mêmes ; sinon ils sont importés tels quels. &lt;b&gt;Problèmes&lt;/b&gt; : tout ce qui a été trouvé, chaque fois avec son emplacement et, pour les réparations, la forme avant et après. Les dates, noms et classes ne sont jamais modifiés ici.&lt;/p&gt;&lt;p&gt;Les empreintes et la table des métadonnées des sites sont jointes si elles se trouvent à côté d'un fichier LAMES sous leurs noms publiés.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Reads polygons that people drew elsewhere as sectors, and lists what is wrong with them.</source>
            <translation>Lit comme secteurs des polygones dessinés ailleurs et liste ce qui n'y va pas.</translation>
        </message>
        <message>
            <source>File with polygons</source>
            <translation>Fichier de polygones</translation>
        </message>
        <message>
            <source>Annotations (*.geojson *.json *.kml *.kmz *.gpkg *.shp);;All files (*)</source>
            <translation>Annotations (*.geojson *.json *.kml *.kmz *.gpkg *.shp);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Repair outlines</source>
            <translation>Réparer les contours</translation>
        </message>
        <message>
            <source>Issues</source>
            <translation>Problèmes</translation>
        </message>
        <message>
            <source>{} sectors from {} features.</source>
            <translation>{} secteurs à partir de {} entités.</translation>
        </message>
        <message>
            <source>Issues: {}</source>
            <translation>Problèmes : {}</translation>
        </message>
        <message>
            <source>{} of {} repairs carried out.</source>
            <translation>{} réparations sur {} effectuées.</translation>
        </message>
        <message>
            <source>Load Sentinel-2</source>
            <translation>Charger Sentinel-2</translation>
        </message>
        <message>
            <source>&lt;p&gt;Reads bands of a Sentinel-2 product onto one grid and writes a cloud-optimised GeoTIFF with band names, scale, offset and nodata, and a JSON file with its provenance beside it.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Product&lt;/b&gt;: a SAFE folder, a .zip of one (never unpacked), its MTD_MSIL1C.xml or MTD_MSIL2A.xml, or a STAC item (file or URL); several, separated by semicolons, become a mosaic. &lt;b&gt;Bands&lt;/b&gt;: names such as B02,B03,B04,B08; empty takes these four. &lt;b&gt;Resolution&lt;/b&gt;: 10, 20 or 60 m. &lt;b&gt;Extent&lt;/b&gt;: only this window is read. &lt;b&gt;Observed&lt;/b&gt;: a raster that is 1 where the ground was seen and 0 under clouds, shadows, cirrus and saturated or missing pixels; it is the valid mask of the detection.&lt;/p&gt;&lt;p&gt;Whether the offset of -1000 of newer processing baselines still has to be applied is decided from the metadata and the pixels; the decision and its evidence are printed and stored.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Lit les bandes d'un produit Sentinel-2 sur une même grille et écrit un GeoTIFF optimisé pour le cloud, avec les noms des bandes, l'échelle, le décalage et nodata, et à côté un fichier JSON avec sa provenance.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Produit&lt;/b&gt; : un dossier SAFE, son .zip (jamais décompressé), son MTD_MSIL1C.xml ou MTD_MSIL2A.xml, ou un élément STAC (fichier ou URL) ; plusieurs, séparés par des points-virgules, forment une mosaïque. &lt;b&gt;Bandes&lt;/b&gt; : des noms comme B02,B03,B04,B08 ; vide, ces quatre sont prises. &lt;b&gt;Résolution&lt;/b&gt; : 10, 20 ou 60 m. &lt;b&gt;Emprise&lt;/b&gt; : seule cette fenêtre est lue. &lt;b&gt;Observé&lt;/b&gt; : un raster qui vaut 1 là où le terrain a été vu et 0 sous les nuages, les ombres, les cirrus et les pixels saturés ou manquants ; c'est le masque de validité de la détection.&lt;/p&gt;&lt;p&gt;Les métadonnées et les pixels permettent de décider si le décalage de -1000 des versions de traitement récentes doit encore être appliqué ; la décision et ses indices sont affichés et conservés.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Reads bands of a Sentinel-2 product or catalogue item into a cloud-optimised GeoTIFF.</source>
            <translation>Lit les bandes d'un produit Sentinel-2 ou d'un élément de catalogue dans un GeoTIFF optimisé pour le cloud.</translation>
        </message>
        <message>
            <source>Product: SAFE folder, .zip, MTD_*.xml or STAC item</source>
            <translation>Produit : dossier SAFE, .zip, MTD_*.xml ou élément STAC</translation>
        </message>
        <message>
            <source>Sentinel-2 products and STAC items (MTD_*.xml *.zip *.json);;All files (*)</source>
            <translation>Produits Sentinel-2 et éléments STAC (MTD_*.xml *.zip *.json);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Name a Sentinel-2 product or a STAC item.</source>
            <translation>Indiquez un produit Sentinel-2 ou un élément STAC.</translation>
        </message>
        <message>
            <source>Bands (empty: B02,B03,B04,B08)</source>
            <translation>Bandes (vide : B02,B03,B04,B08)</translation>
        </message>
        <message>
            <source>Resolution (m)</source>
            <translation>Résolution (m)</translation>
        </message>
        <message>
            <source>Extent (empty: the whole product)</source>
            <translation>Emprise (vide : tout le produit)</translation>
        </message>
        <message>
            <source>Observed</source>
            <translation>Observé</translation>
        </message>
        <message>
            <source>{scenes}, {dates}: {width} x {height} pixels of {gsd:.3g} m, bands {bands}.</source>
            <translation>{scenes}, {dates} : {width} x {height} pixels de {gsd:.3g} m, bandes {bands}.</translation>
        </message>
        <message>
            <source>{:.1f} % of the extent was observed.</source>
            <translation>{:.1f} % de l'emprise ont été observés.</translation>
        </message>
        <message>
            <source>Areas, accuracy and change</source>
            <translation>Surfaces, exactitude et changement</translation>
        </message>
        <message>
            <source>What was observed cannot be saved for the engine: {}</source>
            <translation>Ce qui a été observé ne peut pas être enregistré pour le moteur : {}</translation>
        </message>
        <message>
            <source>The layer cannot be opened: {}</source>
            <translation>La couche ne peut pas être ouverte : {}</translation>
        </message>
        <message>
            <source>area,accuracy,change,report</source>
            <translation>surface,exactitude,changement,rapport</translation>
        </message>
        <message>
            <source>The class raster '{}' is no raster file. Save it as a GeoTIFF first.</source>
            <translation>Le raster des classes « {} » n'est pas un fichier raster. Enregistrez-le d'abord en GeoTIFF.</translation>
        </message>
        <message>
            <source>Draw sample points</source>
            <translation>Tirer des points d'échantillon</translation>
        </message>
        <message>
            <source>&lt;p&gt;Draws random points in each class of a map, for a person to label from imagery. With the labels, &lt;i&gt;Assess accuracy&lt;/i&gt; tells how good the map is and corrects its areas.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Map&lt;/b&gt;: sectors or a class raster. Ground that was observed and is not mapped is a class too; ground that was not observed gets no point. &lt;b&gt;Points&lt;/b&gt;: how many; 0 takes as many as a standard error of 0.01 needs. &lt;b&gt;Allocation&lt;/b&gt;: &lt;i&gt;olofsson&lt;/i&gt; gives rare classes 50 points and the others the rest in proportion to their area; &lt;i&gt;neyman&lt;/i&gt; gives more to classes in which errors are likely. &lt;b&gt;Seed&lt;/b&gt;: the same seed gives the same points.&lt;/p&gt;&lt;p&gt;The points do not tell the class of the map, so that nobody is led by it. Labels go into the field &lt;i&gt;label&lt;/i&gt; as class keys (op, wr, other ...) or &lt;i&gt;unknown&lt;/i&gt;; a second person uses &lt;i&gt;checked_label&lt;/i&gt;. The order is by lot: a part of the points is a sample too.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Tire des points au hasard dans chaque classe d'une carte, pour qu'une personne les étiquette d'après l'imagerie. Avec les étiquettes, &lt;i&gt;Évaluer l'exactitude&lt;/i&gt; indique la qualité de la carte et corrige ses surfaces.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Carte&lt;/b&gt; : secteurs ou raster des classes. Le terrain observé et non cartographié est aussi une classe ; le terrain non observé ne reçoit aucun point. &lt;b&gt;Points&lt;/b&gt; : leur nombre ; 0 prend autant de points qu'il en faut pour une erreur type de 0,01. &lt;b&gt;Répartition&lt;/b&gt; : &lt;i&gt;olofsson&lt;/i&gt; donne 50 points aux classes rares et le reste aux autres, en proportion de leur surface ; &lt;i&gt;neyman&lt;/i&gt; en donne plus aux classes où des erreurs sont probables. &lt;b&gt;Graine&lt;/b&gt; : la même graine donne les mêmes points.&lt;/p&gt;&lt;p&gt;Les points n'indiquent pas la classe de la carte, pour n'influencer personne. Les étiquettes vont dans le champ &lt;i&gt;label&lt;/i&gt; sous forme de clés de classe (op, wr, other ...) ou de &lt;i&gt;unknown&lt;/i&gt; ; une seconde personne utilise &lt;i&gt;checked_label&lt;/i&gt;. L'ordre est tiré au sort : une partie des points est aussi un échantillon.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Draws random points in each class of a map, for a person to label.</source>
            <translation>Tire des points au hasard dans chaque classe d'une carte, à étiqueter par une personne.</translation>
        </message>
        <message>
            <source>Points (0: as many as are needed)</source>
            <translation>Points (0 : autant qu'il en faut)</translation>
        </message>
        <message>
            <source>Allocation</source>
            <translation>Répartition</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Graine</translation>
        </message>
        <message>
            <source>Sample points</source>
            <translation>Points d'échantillon</translation>
        </message>
        <message>
            <source>{}: {} points, {:.1f} % of the area</source>
            <translation>{} : {} points, {:.1f} % de la surface</translation>
        </message>
        <message>
            <source>Search Sentinel-2 scenes</source>
            <translation>Rechercher des scènes Sentinel-2</translation>
        </message>
        <message>
            <source>Searches a catalogue for Sentinel-2 scenes of a place and time.</source>
            <translation>Recherche dans un catalogue les scènes Sentinel-2 d'un lieu et d'une période.</translation>
        </message>
        <message>
            <source>&lt;p&gt;Searches a catalogue and returns the footprints of the scenes. The field &lt;i&gt;item&lt;/i&gt; of a scene is what 'Load Sentinel-2' takes as its product.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Catalogue&lt;/b&gt;: {} or the URL of any STAC API. &lt;b&gt;Dates&lt;/b&gt;: as 2024-03-14, both included. &lt;b&gt;Maximum cloud&lt;/b&gt;: of the whole scene, as the catalogue states it. &lt;b&gt;Clear share&lt;/b&gt;: looks into the scene classification of each scene for how much of the extent is really clear; that reads a little of each scene.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Recherche dans un catalogue et renvoie les empreintes des scènes. Le champ &lt;i&gt;item&lt;/i&gt; d'une scène est ce que « Charger Sentinel-2 » prend comme produit.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Catalogue&lt;/b&gt; : {} ou l'URL de toute API STAC. &lt;b&gt;Dates&lt;/b&gt; : sous la forme 2024-03-14, toutes deux incluses. &lt;b&gt;Nuages maximum&lt;/b&gt; : de toute la scène, selon le catalogue. &lt;b&gt;Part dégagée&lt;/b&gt; : examine dans la classification de chaque scène quelle part de l'emprise est vraiment dégagée ; cela lit un peu de chaque scène.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Catalogue (name or URL)</source>
            <translation>Catalogue (nom ou URL)</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Emprise</translation>
        </message>
        <message>
            <source>First date</source>
            <translation>Première date</translation>
        </message>
        <message>
            <source>Last date</source>
            <translation>Dernière date</translation>
        </message>
        <message>
            <source>Maximum cloud (%)</source>
            <translation>Nuages maximum (%)</translation>
        </message>
        <message>
            <source>Most scenes</source>
            <translation>Nombre maximal de scènes</translation>
        </message>
        <message>
            <source>Clear share of the extent</source>
            <translation>Part dégagée de l'emprise</translation>
        </message>
        <message>
            <source>Scenes</source>
            <translation>Scènes</translation>
        </message>
        <message>
            <source>The extent is empty. Zoom to the place or draw a rectangle.</source>
            <translation>L'emprise est vide. Zoomez sur le lieu ou dessinez un rectangle.</translation>
        </message>
        <message>
            <source>{} scenes.</source>
            <translation>{} scènes.</translation>
        </message>
        <message>
            <source>'{}' is no date. Write it as 2024-03-14.</source>
            <translation>« {} » n'est pas une date. Écrivez-la sous la forme 2024-03-14.</translation>
        </message>
        <message>
            <source>'{}' is no catalogue. Choose one of {}, or give the URL of a STAC API.</source>
            <translation>« {} » n'est pas un catalogue. Choisissez parmi {} ou donnez l'URL d'une API STAC.</translation>
        </message>
        <message>
            <source>The scenes cannot be written: {}</source>
            <translation>Les scènes ne peuvent pas être écrites : {}</translation>
        </message>
        <message>
            <source>Write site report</source>
            <translation>Écrire un rapport de site</translation>
        </message>
        <message>
            <source>&lt;p&gt;Writes a report on the sites of a layer: maps, areas by class, tailings facilities, imagery, method, limits, who drew and who reviewed, and where each figure comes from.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Image&lt;/b&gt;: lies behind the maps. &lt;b&gt;Earlier sectors&lt;/b&gt;: what changed since then is told. &lt;b&gt;Report&lt;/b&gt;: .html is one page that needs no other file and reads well on a screen, by a screen reader and printed; .pdf is the same on A4. &lt;b&gt;Table&lt;/b&gt;: every area as CSV.&lt;/p&gt;&lt;p&gt;Artisanal sites are counted by binned area only. The same input gives the same content hash.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Écrit un rapport sur les sites d'une couche : cartes, surfaces par classe, parcs à résidus, imagerie, méthode, limites, qui a tracé et qui a vérifié, et d'où vient chaque valeur.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Image&lt;/b&gt; : sert de fond aux cartes. &lt;b&gt;Secteurs antérieurs&lt;/b&gt; : ce qui a changé depuis est indiqué. &lt;b&gt;Rapport&lt;/b&gt; : .html est une page unique qui n'a besoin d'aucun autre fichier et se lit bien à l'écran, avec un lecteur d'écran et imprimée ; .pdf est la même au format A4. &lt;b&gt;Table&lt;/b&gt; : toutes les surfaces en CSV.&lt;/p&gt;&lt;p&gt;Les sites artisanaux ne sont comptés que par classe de surface. Les mêmes données donnent la même empreinte de contenu.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Writes a report on sites with maps, areas, change and method.</source>
            <translation>Écrit un rapport sur des sites avec cartes, surfaces, changement et méthode.</translation>
        </message>
        <message>
            <source>Web pages (*.html);;PDF files (*.pdf)</source>
            <translation>Pages web (*.html);;Fichiers PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Earlier sectors</source>
            <translation>Secteurs antérieurs</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Rapport</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>{} sites, {} sectors in {}</source>
            <translation>{} sites, {} secteurs dans {}</translation>
        </message>
        <message>
            <source>Content SHA-256 {}</source>
            <translation>SHA-256 du contenu {}</translation>
        </message>
        <message>
            <source>The image '{}' is no raster file. Save it as a GeoTIFF first.</source>
            <translation>L'image « {} » n'est pas un fichier raster. Enregistrez-la d'abord en GeoTIFF.</translation>
        </message>
        <message>
            <source>Spectral index</source>
            <translation>Indice spectral</translation>
        </message>
        <message>
            <source>Computes a spectral index such as NDVI from the reflectance of an image.</source>
            <translation>Calcule un indice spectral comme le NDVI à partir de la réflectance d'une image.</translation>
        </message>
        <message>
            <source>&lt;p&gt;Computes a spectral index from reflectance, never from raw numbers: scale and offset of the image are applied first. Ground that was not observed stays empty.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Index&lt;/b&gt;: by its usual abbreviation, such as {}. &lt;b&gt;Sectors&lt;/b&gt;: polygons for a table of the index by sector, which is written beside the result as .csv.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Calcule un indice spectral à partir de la réflectance, jamais des valeurs brutes : l'échelle et le décalage de l'image sont d'abord appliqués. Le terrain non observé reste vide.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Indice&lt;/b&gt; : par son abréviation usuelle, par exemple {}. &lt;b&gt;Secteurs&lt;/b&gt; : polygones pour une table de l'indice par secteur, écrite en .csv à côté du résultat.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Index</source>
            <translation>Indice</translation>
        </message>
        <message>
            <source>Sectors, for a table</source>
            <translation>Secteurs, pour une table</translation>
        </message>
        <message>
            <source>Index raster</source>
            <translation>Raster de l'indice</translation>
        </message>
        <message>
            <source>Table by sector</source>
            <translation>Table par secteur</translation>
        </message>
        <message>
            <source>'{}' is no raster file with bands. Save it as a GeoTIFF first.</source>
            <translation>« {} » n'est pas un fichier raster avec des bandes. Enregistrez-le d'abord en GeoTIFF.</translation>
        </message>
        <message>
            <source>Export training chips</source>
            <translation>Exporter des imagettes d'entraînement</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modèles</translation>
        </message>
        <message>
            <source>&lt;p&gt;Cuts an image and the sectors that were drawn or reviewed on it into chips and masks, from which a model can learn.&lt;/p&gt;&lt;p&gt;The folder gets &lt;i&gt;train&lt;/i&gt;, &lt;i&gt;val&lt;/i&gt; and &lt;i&gt;test&lt;/i&gt;, each with &lt;i&gt;img&lt;/i&gt; and &lt;i&gt;msk&lt;/i&gt;. Chips keep the image's pixels; masks hold the LAMES codes 0 to 9. &lt;i&gt;index.csv&lt;/i&gt; says where each chip lies, &lt;i&gt;remap.json&lt;/i&gt; which output of a network stands for which code.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Split&lt;/b&gt;: shares of train, val and test. Whole sites (field &lt;i&gt;site_id&lt;/i&gt;, else cells of one degree) go to one part, and no pixel is in two parts. Chips of which a part was not observed are left out: a mask cannot say that nobody knows. Rejected sectors do not count; to leave out more, filter the layer.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Découpe une image et les secteurs qui y ont été dessinés ou vérifiés en imagettes et en masques, à partir desquels un modèle peut apprendre.&lt;/p&gt;&lt;p&gt;Le dossier reçoit &lt;i&gt;train&lt;/i&gt;, &lt;i&gt;val&lt;/i&gt; et &lt;i&gt;test&lt;/i&gt;, chacun avec &lt;i&gt;img&lt;/i&gt; et &lt;i&gt;msk&lt;/i&gt;. Les imagettes gardent les pixels de l'image ; les masques contiennent les codes LAMES 0 à 9. &lt;i&gt;index.csv&lt;/i&gt; indique où se trouve chaque imagette, &lt;i&gt;remap.json&lt;/i&gt; quelle sortie d'un réseau correspond à quel code.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Répartition&lt;/b&gt; : parts de train, val et test. Chaque site entier (champ &lt;i&gt;site_id&lt;/i&gt;, sinon cellules d'un degré) va dans une seule partie, et aucun pixel n'est dans deux parties. Les imagettes dont une partie n'a pas été observée sont exclues : un masque ne peut pas dire que personne ne sait. Les secteurs rejetés ne comptent pas ; pour en exclure davantage, filtrez la couche.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Cuts an image and its sectors into chips and masks from which a model can learn.</source>
            <translation>Découpe une image et ses secteurs en imagettes et en masques à partir desquels un modèle peut apprendre.</translation>
        </message>
        <message>
            <source>Size of a chip (pixels)</source>
            <translation>Taille d'une imagette (pixels)</translation>
        </message>
        <message>
            <source>Overlap of chips (per cent)</source>
            <translation>Recouvrement des imagettes (pour cent)</translation>
        </message>
        <message>
            <source>Split: train, val, test</source>
            <translation>Répartition : train, val, test</translation>
        </message>
        <message>
            <source>Folder of chips</source>
            <translation>Dossier des imagettes</translation>
        </message>
        <message>
            <source>{}: {} chips, {} sites</source>
            <translation>{} : {} imagettes, {} sites</translation>
        </message>
        <message>
            <source>Left out, not observed all over: {}</source>
            <translation>Exclues, non observées en entier : {}</translation>
        </message>
        <message>
            <source>Left out, shared with another part: {}</source>
            <translation>Exclues, communes à une autre partie : {}</translation>
        </message>
        <message>
            <source>The split '{}' cannot be read. Write three shares such as 70 15 15.</source>
            <translation>La répartition « {} » ne peut pas être lue. Écrivez trois parts, par exemple 70 15 15.</translation>
        </message>
        <message>
            <source>Validate annotations</source>
            <translation>Valider les annotations</translation>
        </message>
        <message>
            <source>&lt;p&gt;Looks for what is wrong with sectors: outlines that cross themselves, overlaps above 1 m², gaps and parts below 25 m², names and identities used twice, missing or impossible dates, unknown classes, sizes that do not fit the class, approvals without evidence, sectors outside the observed ground.&lt;/p&gt;&lt;p&gt;Each issue has a point to zoom to, a sentence, and what would mend it; &lt;i&gt;is_safe&lt;/i&gt; is 1 where nothing that a person meant can be lost by that. Nothing is changed.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Cherche ce qui ne va pas dans les secteurs : contours qui se croisent eux-mêmes, superpositions de plus de 1 m², vides et parties de moins de 25 m², noms et identifiants utilisés deux fois, dates manquantes ou impossibles, classes inconnues, tailles qui ne vont pas avec la classe, approbations sans preuve, secteurs hors du terrain observé.&lt;/p&gt;&lt;p&gt;Chaque problème a un point sur lequel zoomer, une phrase et ce qui le corrigerait ; &lt;i&gt;is_safe&lt;/i&gt; vaut 1 si la correction ne peut rien perdre de ce qu'une personne a voulu. Rien n'est modifié.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Lists what is wrong with sectors, where, and what would mend it.</source>
            <translation>Liste ce qui ne va pas dans les secteurs, où, et ce qui le corrigerait.</translation>
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
            <source>Earth Search (open data on AWS)</source>
            <translation>Earth Search (données ouvertes sur AWS)</translation>
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
            <translation>L'authentification « {} » n'est plus dans les paramètres d'authentification de QGIS. Choisissez-en une autre.</translation>
        </message>
        <message>
            <source>QGIS's login '{}' gives no HTTP header. Unlock it with your master password, or use one of the kinds Basic, OAuth2 or API header.</source>
            <translation>L'authentification QGIS « {} » ne fournit pas d'en-tête HTTP. Déverrouillez-la avec votre mot de passe principal ou utilisez l'un des types Basic, OAuth2 ou API header.</translation>
        </message>
        <message>
            <source>'{}' is no address of a catalogue. It begins with https://.</source>
            <translation>« {} » n'est pas une adresse de catalogue. Elle commence par https://.</translation>
        </message>
        <message>
            <source>no source with a date</source>
            <translation>aucune source datée</translation>
        </message>
        <message>
            <source>it is too long</source>
            <translation>elle est trop longue</translation>
        </message>
        <message>
            <source>Ask when {} was taken</source>
            <translation>Demander la date de prise de vue de {}</translation>
        </message>
        <message>
            <source>The service behind '{layer}' does not say when its picture was taken ({why}). Enter the date.</source>
            <translation>Le service de « {layer} » n'indique pas quand son image a été prise ({why}). Saisissez la date.</translation>
        </message>
        <message>
            <source>The log no longer has the shape of this sector.</source>
            <translation>Le journal n'a plus la forme de ce secteur.</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Modification</translation>
        </message>
        <message>
            <source>The edit could not be saved in '{}' yet. It is kept and saved with the next one: {}</source>
            <translation>La modification n'a pas encore pu être enregistrée dans « {} ». Elle est conservée et sera enregistrée avec la suivante : {}</translation>
        </message>
        <message>
            <source>The sectors were changed since they were checked. Check again.</source>
            <translation>Les secteurs ont été modifiés depuis leur contrôle. Contrôlez à nouveau.</translation>
        </message>
        <message>
            <source>Nothing of the sector would be left. Mend it by hand.</source>
            <translation>Il ne resterait rien du secteur. Corrigez-le à la main.</translation>
        </message>
        <message>
            <source>The sector is no longer in this layer.</source>
            <translation>Le secteur n'est plus dans cette couche.</translation>
        </message>
        <message>
            <source>The log no longer has this shape. Choose another act.</source>
            <translation>Le journal n'a plus cette forme. Choisissez une autre action.</translation>
        </message>
        <message>
            <source>The sector has this shape now.</source>
            <translation>Le secteur a déjà cette forme.</translation>
        </message>
        <message>
            <source>Keep the ground that the outline encloses.</source>
            <translation>Garder le terrain que le contour entoure.</translation>
        </message>
        <message>
            <source>Make each part a sector of its own, with the same attributes.</source>
            <translation>Faire de chaque partie un secteur à part, avec les mêmes attributs.</translation>
        </message>
        <message>
            <source>Drop the parts below 25 m².</source>
            <translation>Supprimer les parties de moins de 25 m².</translation>
        </message>
        <message>
            <source>Fill the holes below 25 m².</source>
            <translation>Combler les trous de moins de 25 m².</translation>
        </message>
        <message>
            <source>Cut the shared ground out of the larger sector.</source>
            <translation>Retirer le terrain commun du plus grand secteur.</translation>
        </message>
        <message>
            <source>Give the gap to the neighbour that shares most border with it.</source>
            <translation>Donner le vide au voisin qui partage avec lui la plus longue limite.</translation>
        </message>
        <message>
            <source>Set class_key to what belongs to the class.</source>
            <translation>Donner à class_key la valeur qui correspond à la classe.</translation>
        </message>
        <message>
            <source>Calculate the area anew.</source>
            <translation>Recalculer la surface.</translation>
        </message>
        <message>
            <source>Write the date as it was probably meant.</source>
            <translation>Écrire la date telle qu'elle était sans doute voulue.</translation>
        </message>
        <message>
            <source>Write the second date as it was probably meant.</source>
            <translation>Écrire la seconde date telle qu'elle était sans doute voulue.</translation>
        </message>
        <message>
            <source>Number the later ones.</source>
            <translation>Numéroter les suivants.</translation>
        </message>
        <message>
            <source>Give the later ones an identity of their own.</source>
            <translation>Donner aux suivants leur propre identifiant.</translation>
        </message>
        <message>
            <source>The sectors were changed since you looked at this. Look again.</source>
            <translation>Les secteurs ont été modifiés depuis que vous avez regardé ceci. Regardez à nouveau.</translation>
        </message>
        <message>
            <source>The layer was removed while it was being edited.</source>
            <translation>La couche a été supprimée pendant sa modification.</translation>
        </message>
        <message>
            <source>The edit before this one is still being saved.</source>
            <translation>La modification précédente est encore en cours d'enregistrement.</translation>
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
            <source>'{}' cannot be edited: it is read-only.</source>
            <translation>« {} » ne peut pas être modifié : lecture seule.</translation>
        </message>
        <message>
            <source>The edit could not be saved in '{}' and was taken back: {}</source>
            <translation>La modification n'a pas pu être enregistrée dans « {} » et a été annulée : {}</translation>
        </message>
        <message>
            <source>'{}' cannot be taken back: the sectors were changed by someone else since.</source>
            <translation>« {} » ne peut pas être annulé : quelqu'un d'autre a modifié les secteurs depuis.</translation>
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
            <source>Class</source>
            <translation>Classe</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
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
            <source>Agency (image source)</source>
            <translation>Agence (source de l'image)</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Site</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Commentaire</translation>
        </message>
        <message>
            <source>nothing but the shapes</source>
            <translation>seulement les formes</translation>
        </message>
        <message>
            <source>without a class: {}</source>
            <translation>sans classe : {}</translation>
        </message>
        <message>
            <source>The disk of {} is full. Free some space.</source>
            <translation>Le disque de {} est plein. Libérez de l'espace.</translation>
        </message>
        <message>
            <source>{} is being written by another program. Try again when it is done.</source>
            <translation>{} est en cours d'écriture par un autre programme. Réessayez quand il aura terminé.</translation>
        </message>
        <message>
            <source>Image source</source>
            <translation>Source de l'image</translation>
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
            <source>Go back to the list of sectors first (Escape).</source>
            <translation>Revenez d’abord à la liste des secteurs (Échap).</translation>
        </message>
        <message>
            <source>Not saved yet: press Enter to try again. Another program is writing {}; what you drew stays on the map.</source>
            <translation>Pas encore enregistré : appuyez sur Entrée pour réessayer. Un autre programme écrit dans {} ; votre dessin reste sur la carte.</translation>
        </message>
        <message>
            <source>The map shows no image where you clicked. Add the image, or switch its layer on.</source>
            <translation>La carte n'affiche aucune image là où vous avez cliqué. Ajoutez l'image ou activez sa couche.</translation>
        </message>
        <message>
            <source>Magic select reads image files, and '{}' comes from a service or a database. Load the scene in the Imagery dock, or export the layer to a GeoTIFF.</source>
            <translation>La sélection magique lit des fichiers d'image, et « {} » vient d'un service ou d'une base de données. Chargez la scène dans le panneau Imagerie ou exportez la couche en GeoTIFF.</translation>
        </message>
        <message>
            <source>The last date lies before the first one.</source>
            <translation>La dernière date précède la première.</translation>
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
            <source>Outline crosses itself</source>
            <translation>Contour qui se croise lui-même</translation>
        </message>
        <message>
            <source>Several parts</source>
            <translation>Plusieurs parties</translation>
        </message>
        <message>
            <source>Smaller than 25 m²</source>
            <translation>Moins de 25 m²</translation>
        </message>
        <message>
            <source>Part smaller than 25 m²</source>
            <translation>Partie de moins de 25 m²</translation>
        </message>
        <message>
            <source>Hole smaller than 25 m²</source>
            <translation>Trou de moins de 25 m²</translation>
        </message>
        <message>
            <source>Overlap</source>
            <translation>Superposition</translation>
        </message>
        <message>
            <source>Gap between neighbours</source>
            <translation>Vide entre voisins</translation>
        </message>
        <message>
            <source>Outside the observed ground</source>
            <translation>Hors du terrain observé</translation>
        </message>
        <message>
            <source>Mostly outside the site's footprint</source>
            <translation>En grande partie hors de l'empreinte du site</translation>
        </message>
        <message>
            <source>No LAMES class</source>
            <translation>Pas une classe LAMES</translation>
        </message>
        <message>
            <source>Class other</source>
            <translation>Classe Autre</translation>
        </message>
        <message>
            <source>Class and class_key differ</source>
            <translation>Classe et class_key différentes</translation>
        </message>
        <message>
            <source>Class of a whole site</source>
            <translation>Classe d'un site entier</translation>
        </message>
        <message>
            <source>No valid image date</source>
            <translation>Pas de date d'image valide</translation>
        </message>
        <message>
            <source>No valid second image date</source>
            <translation>Pas de seconde date d'image valide</translation>
        </message>
        <message>
            <source>Image date is missing</source>
            <translation>Date de l'image manquante</translation>
        </message>
        <message>
            <source>Image source is missing</source>
            <translation>Source de l'image manquante</translation>
        </message>
        <message>
            <source>Two image sources, one date</source>
            <translation>Deux sources d'image, une seule date</translation>
        </message>
        <message>
            <source>Name and site differ</source>
            <translation>Nom et site différents</translation>
        </message>
        <message>
            <source>Name used more than once</source>
            <translation>Nom utilisé plusieurs fois</translation>
        </message>
        <message>
            <source>Identity used more than once</source>
            <translation>Identifiant utilisé plusieurs fois</translation>
        </message>
        <message>
            <source>Unknown review state</source>
            <translation>État de vérification inconnu</translation>
        </message>
        <message>
            <source>Approved without date, source or reviewer</source>
            <translation>Approuvé sans date, source ou vérificateur</translation>
        </message>
        <message>
            <source>Rejected without a reason</source>
            <translation>Rejeté sans motif</translation>
        </message>
        <message>
            <source>Area does not fit the shape</source>
            <translation>La surface ne correspond pas à la forme</translation>
        </message>
        <message>
            <source>Unusual size for its class</source>
            <translation>Taille inhabituelle pour sa classe</translation>
        </message>
        <message>
            <source>No usable geometry</source>
            <translation>Pas de géométrie utilisable</translation>
        </message>
        <message>
            <source>Outline was not closed</source>
            <translation>Le contour n'était pas fermé</translation>
        </message>
        <message>
            <source>Lines or points beside the polygon</source>
            <translation>Lignes ou points en plus du polygone</translation>
        </message>
        <message>
            <source>Site without footprint</source>
            <translation>Site sans empreinte</translation>
        </message>
        <message>
            <source>Site without metadata</source>
            <translation>Site sans métadonnées</translation>
        </message>
        <message>
            <source>Metadata without sectors</source>
            <translation>Métadonnées sans secteurs</translation>
        </message>
        <message>
            <source>Position with 60 minutes or more</source>
            <translation>Position avec 60 minutes ou plus</translation>
        </message>
        <message>
            <source>Position without east or west</source>
            <translation>Position sans est ni ouest</translation>
        </message>
        <message>
            <source>Figures counted up by a spreadsheet</source>
            <translation>Valeurs incrémentées par un tableur</translation>
        </message>
        <message>
            <source>Something unexpected happened: {}. The log has the details.</source>
            <translation>Une erreur inattendue s'est produite : {}. Les détails sont dans le journal.</translation>
        </message>
        <message>
            <source>{} is no longer there. Put it back, or open another project file.</source>
            <translation>{} n’est plus là. Remettez-le à sa place ou ouvrez un autre fichier de projet.</translation>
        </message>
        <message>
            <source>{} was replaced by another file while it was open, and nothing was written into it. Remove its layers from the map, then open it again.</source>
            <translation>{} a été remplacé par un autre fichier pendant qu’il était ouvert, et rien n’y a été écrit. Retirez ses couches de la carte, puis rouvrez-le.</translation>
        </message>
        <message>
            <source>Build overviews of {}</source>
            <translation>Construire les pyramides de {}</translation>
        </message>
        <message>
            <source>Overviews of {path} could not be built ({problem}). Check that its folder can be written.</source>
            <translation>Les pyramides de {path} n'ont pas pu être construites ({problem}). Vérifiez que son dossier est accessible en écriture.</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Effacer</translation>
        </message>
        <message>
            <source>Nothing would change here.</source>
            <translation>Rien ne changerait ici.</translation>
        </message>
        <message>
            <source>Paint {}</source>
            <translation>Peindre {}</translation>
        </message>
        <message>
            <source>There is no sector to erase here.</source>
            <translation>Il n'y a aucun secteur à effacer ici.</translation>
        </message>
        <message>
            <source>This ground belongs to the class already.</source>
            <translation>Ce terrain appartient déjà à la classe.</translation>
        </message>
        <message>
            <source>Sectors in review, approved or published keep their ground. Select the sector first if you mean it.</source>
            <translation>Les secteurs en vérification, approuvés ou publiés gardent leur terrain. Pour le modifier, sélectionnez d'abord le secteur.</translation>
        </message>
        <message>
            <source>Magic select {}</source>
            <translation>Sélection magique : {}</translation>
        </message>
        <message>
            <source>The picture could not be written to {}.</source>
            <translation>L'image n'a pas pu être écrite dans {}.</translation>
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
            <source>The detection has written no project file.</source>
            <translation>La détection n'a écrit aucun fichier de projet.</translation>
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
            <source>'{}' delivered no picture here{}. Check the connection and the extent.</source>
            <translation>« {} » n'a fourni aucune image ici{}. Vérifiez la connexion et l'emprise.</translation>
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
            <source>'{}' is a map service without a resolution of its own, and the model names none.</source>
            <translation>« {} » est un service de cartes sans résolution propre, et le modèle n'en indique aucune.</translation>
        </message>
        <message>
            <source>Look at the values of {}</source>
            <translation>Examiner les valeurs de {}</translation>
        </message>
        <message>
            <source>'{}' lacks the bands for this.</source>
            <translation>Il manque à « {} » les bandes pour cela.</translation>
        </message>
        <message>
            <source>'{}' has no values here to draw.</source>
            <translation>« {} » n'a pas de valeurs à dessiner ici.</translation>
        </message>
        <message>
            <source>the file cannot be opened</source>
            <translation>le fichier ne peut pas être ouvert</translation>
        </message>
        <message>
            <source>a sector was rejected here before</source>
            <translation>un secteur a déjà été rejeté ici</translation>
        </message>
        <message>
            <source>Order of the review</source>
            <translation>Ordre de la vérification</translation>
        </message>
        <message>
            <source>Decided.</source>
            <translation>Décidé.</translation>
        </message>
        <message>
            <source>nothing stands out</source>
            <translation>rien de particulier</translation>
        </message>
        <message>
            <source>the last map has {share:.0f} % of it as {title}</source>
            <translation>la dernière carte en classe {share:.0f} % en {title}</translation>
        </message>
        <message>
            <source>unusual size for its class ({area}; usual are {low:g} to {high:g} ha)</source>
            <translation>taille inhabituelle pour sa classe ({area} ; d'ordinaire {low:g} à {high:g} ha)</translation>
        </message>
        <message>
            <source>it has no class</source>
            <translation>il n'a pas de classe</translation>
        </message>
        <message>
            <source>Needs you {score:.0f} of 100: {reasons}.</source>
            <translation>A besoin de vous à {score:.0f} sur 100 : {reasons}.</translation>
        </message>
        <message>
            <source>Skipped. {}</source>
            <translation>Passé. {}</translation>
        </message>
        <message>
            <source>the model is unsure ({:.0f} %)</source>
            <translation>le modèle hésite ({:.0f} %)</translation>
        </message>
        <message>
            <source>large ({})</source>
            <translation>grand ({})</translation>
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
            <source>is it open for editing, or has it been removed?</source>
            <translation>est-il ouvert en édition, ou a-t-il été supprimé ?</translation>
        </message>
        <message>
            <source>is the file read-only?</source>
            <translation>le fichier est-il en lecture seule ?</translation>
        </message>
        <message>
            <source>{} holds no points with a column '{}'. Choose a file of 'Draw sample points'.</source>
            <translation>{} ne contient pas de points avec une colonne « {} ». Choisissez un fichier de « Tirer des points d'échantillon ».</translation>
        </message>
        <message>
            <source>{} is no sample. Choose the .gpkg or .geojson that 'Draw sample points' wrote.</source>
            <translation>{} n'est pas un échantillon. Choisissez le .gpkg ou le .geojson écrit par « Tirer des points d'échantillon ».</translation>
        </message>
        <message>
            <source>{} holds no points. Draw a sample first.</source>
            <translation>{} ne contient pas de points. Tirez d'abord un échantillon.</translation>
        </message>
        <message>
            <source>The label of point {} was not saved in {}: {}</source>
            <translation>L'étiquette du point {} n'a pas été enregistrée dans {} : {}</translation>
        </message>
        <message>
            <source>{} cannot take labels: {}</source>
            <translation>{} n'accepte pas d'étiquettes : {}</translation>
        </message>
        <message>
            <source>There is no class {codes} (sector: {names}). Choose a class from 0 to 9, or press Z in the Annotation dock to take it back.</source>
            <translation>La classe {codes} n’existe pas (secteur : {names}). Choisissez une classe de 0 à 9, ou appuyez sur Z dans le panneau Annotation pour annuler.</translation>
        </message>
        <message>
            <source>QGIS ended before it had saved the last edit of its own tools (sectors: {}). The history says which; make it again.</source>
            <translation>QGIS s'est arrêté avant d'avoir enregistré la dernière modification faite avec ses propres outils (secteurs : {}). L'historique indique laquelle ; refaites-la.</translation>
        </message>
        <message>
            <source>Sentinel-2</source>
            <translation>Sentinel-2</translation>
        </message>
        <message>
            <source>true colour</source>
            <translation>couleurs vraies</translation>
        </message>
        <message>
            <source>The image was loaded, but QGIS cannot open {}.</source>
            <translation>L'image a été chargée, mais QGIS ne peut pas ouvrir {}.</translation>
        </message>
        <message>
            <source>The index was computed, but QGIS cannot open {}.</source>
            <translation>L'indice a été calculé, mais QGIS ne peut pas ouvrir {}.</translation>
        </message>
        <message>
            <source>'{}' is no band of Sentinel-2. Write names such as B02,B03,B04,B08.</source>
            <translation>« {} » n'est pas une bande de Sentinel-2. Écrivez des noms comme B02,B03,B04,B08.</translation>
        </message>
        <message>
            <source>The band {} is named twice.</source>
            <translation>La bande {} est indiquée deux fois.</translation>
        </message>
        <message>
            <source>'{layer}' has more than {limit} polygons. Select those that matter here.</source>
            <translation>« {layer} » a plus de {limit} polygones. Sélectionnez ceux qui comptent ici.</translation>
        </message>
        <message>
            <source>The polygons of '{}' cannot be transformed to WGS 84.</source>
            <translation>Les polygones de « {} » ne peuvent pas être transformés en WGS 84.</translation>
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
            <source>A host on the network did not answer as expected. Check the connection and try again.</source>
            <translation>Un hôte du réseau n'a pas répondu comme prévu. Vérifiez la connexion et réessayez.</translation>
        </message>
        <message>
            <source>The host asks for a sign-in. Choose an authentication for it and try again.</source>
            <translation>L'hôte demande une connexion. Choisissez une authentification pour lui et réessayez.</translation>
        </message>
        <message>
            <source>The catalogue or one of its items cannot be used.</source>
            <translation>Le catalogue ou l'un de ses éléments ne peut pas être utilisé.</translation>
        </message>
        <message>
            <source>{count} entries of the catalogue are no scenes that can be read; they were left out.</source>
            <translation>{count} entrées du catalogue ne sont pas des scènes lisibles ; elles ont été exclues.</translation>
        </message>
        <message>
            <source>The catalogue sent the same page again and again; the list may be incomplete.</source>
            <translation>Le catalogue a envoyé plusieurs fois la même page ; la liste peut être incomplète.</translation>
        </message>
        <message>
            <source>There may be more than these {count} scenes. Choose a shorter period or a smaller extent.</source>
            <translation>Il peut y avoir plus que ces {count} scènes. Choisissez une période plus courte ou une emprise plus petite.</translation>
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
            <source>'{image}' lies outside the region that '{model}' learned from: expect more errors.</source>
            <translation>« {image} » se trouve hors de la région sur laquelle « {model} » a été entraîné : attendez-vous à plus d'erreurs.</translation>
        </message>
        <message>
            <source>'{image}' has {image_gsd_m:.3g} m on the ground and '{model}' was made for {model_gsd_m:.3g} m: the image is averaged to that, and small sectors are lost. A model for finer imagery would see more.</source>
            <translation>« {image} » a {image_gsd_m:.3g} m au sol et « {model} » a été conçu pour {model_gsd_m:.3g} m : l'image est moyennée à cette résolution et de petits secteurs sont perdus. Un modèle pour des images plus fines en verrait plus.</translation>
        </message>
        <message>
            <source>'{model}' is experimental: check everything that it draws.</source>
            <translation>« {model} » est expérimental : vérifiez tout ce qu'il dessine.</translation>
        </message>
        <message>
            <source>{model} found cloud or shadow on {percent:.1f} % of the image; that ground counts as not observed.</source>
            <translation>{model} a trouvé des nuages ou de l'ombre sur {percent:.1f} % de l'image ; ce terrain compte comme non observé.</translation>
        </message>
        <message>
            <source>What the mask '{mask}' of '{image}' hides (cloud, shadow and the like) counts as not observed.</source>
            <translation>Ce que cache le masque « {mask} » de « {image} » (nuages, ombres, etc.) compte comme non observé.</translation>
        </message>
        <message>
            <source>By the scene classes of '{image}' cloud, shadow and the like hide {percent:g} % of the extent; that ground counts as not observed.</source>
            <translation>D'après les classes de scène de « {image} », nuages, ombres, etc. cachent {percent:g} % de l'emprise ; ce terrain compte comme non observé.</translation>
        </message>
        <message>
            <source>'{image}' was loaded with the mask '{mask}', which is no longer there: clouds count as ground. Put it beside the image again, or load the scene again.</source>
            <translation>« {image} » a été chargée avec le masque « {mask} », qui n'existe plus : les nuages comptent comme du terrain. Remettez-le à côté de l'image ou chargez à nouveau la scène.</translation>
        </message>
        <message>
            <source>'{image}' was loaded without a mask: clouds count as ground. Load the scene again with one.</source>
            <translation>« {image} » a été chargée sans masque : les nuages comptent comme du terrain. Chargez à nouveau la scène avec un masque.</translation>
        </message>
        <message>
            <source>'{image}' was given another coordinate system than its file has, so its own mask does not lie on it: clouds count as ground.</source>
            <translation>« {image} » a reçu un autre système de coordonnées que celui de son fichier ; son propre masque ne s'y superpose donc pas : les nuages comptent comme du terrain.</translation>
        </message>
        <message>
            <source>No cloud model suits '{image}', so clouds are not masked: ukis-csmask must be installed in the engine, and the image needs blue, green, red and near infrared.</source>
            <translation>Aucun modèle de nuages ne convient à « {image} », les nuages ne sont donc pas masqués : ukis-csmask doit être installé dans le moteur, et l'image doit avoir le bleu, le vert, le rouge et le proche infrarouge.</translation>
        </message>
        <message>
            <source>It cannot be used: {problem}</source>
            <translation>Il ne peut pas être utilisé : {problem}</translation>
        </message>
        <message>
            <source>It needs bands that the image does not have.</source>
            <translation>Il a besoin de bandes que l'image n'a pas.</translation>
        </message>
        <message>
            <source>It learned elsewhere.</source>
            <translation>Il a été entraîné ailleurs.</translation>
        </message>
        <message>
            <source>It wants measured reflectance, and the image is an 8-bit picture.</source>
            <translation>Il attend une réflectance mesurée, et l'image est une image sur 8 bits.</translation>
        </message>
        <message>
            <source>It only screens: one answer a patch, no outlines.</source>
            <translation>Il fait seulement un premier tri : une réponse par vignette, sans contours.</translation>
        </message>
        <message>
            <source>It is experimental.</source>
            <translation>Il est expérimental.</translation>
        </message>
        <message>
            <source>It learned from real mines, and this scene is made up.</source>
            <translation>Il a été entraîné sur des mines réelles, et cette scène est fictive.</translation>
        </message>
        <message>
            <source>All mines that it learned from are made up.</source>
            <translation>Toutes les mines sur lesquelles il a été entraîné sont fictives.</translation>
        </message>
        <message>
            <source>Its card gives no test result.</source>
            <translation>Sa fiche ne donne aucun résultat de test.</translation>
        </message>
        <message>
            <source>Its card does not say for which pixel size it was made.</source>
            <translation>Sa fiche n'indique pas pour quelle taille de pixel il a été conçu.</translation>
        </message>
        <message>
            <source>It is made for pixels of {low_m:.3g} to {high_m:.3g} m; the image has {image_gsd_m:.3g} m and would be averaged.</source>
            <translation>Il est conçu pour des pixels de {low_m:.3g} à {high_m:.3g} m ; l'image a {image_gsd_m:.3g} m et serait moyennée.</translation>
        </message>
        <message>
            <source>It is made for pixels of {low_m:.3g} to {high_m:.3g} m; the image has {image_gsd_m:.3g} m: detail that it looks for is not there.</source>
            <translation>Il est conçu pour des pixels de {low_m:.3g} à {high_m:.3g} m ; l'image a {image_gsd_m:.3g} m : les détails qu'il cherche n'y sont pas.</translation>
        </message>
        <message>
            <source>{count} of {total} sectors are a model's drafts that nobody reviewed; a model would learn its own mistakes. Review them, or choose reviewed states.</source>
            <translation>{count} secteurs sur {total} sont des brouillons d'un modèle que personne n'a vérifiés ; un modèle apprendrait ses propres erreurs. Vérifiez-les ou choisissez des états vérifiés.</translation>
        </message>
        <message>
            <source>The sectors do not say what ground was looked at: chips without a sector were left out, and what lies beside sectors counts as 'other'.</source>
            <translation>Les secteurs n'indiquent pas quel terrain a été examiné : les imagettes sans secteur ont été exclues, et ce qui se trouve à côté des secteurs compte comme « autre ».</translation>
        </message>
        <message>
            <source>There are too few sites for every part: {parts} got no chip. Add images of other sites.</source>
            <translation>Il y a trop peu de sites pour toutes les parties : {parts} sans imagette. Ajoutez des images d'autres sites.</translation>
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
            <source>{count} artisanal sites were written as cells of {grid} degrees. To release where they are, choose no generalisation, or state the purpose and the recipient.</source>
            <translation>{count} sites artisanaux ont été écrits sous forme de cellules de {grid} degrés. Pour divulguer leur position, choisissez aucune généralisation ou indiquez le but et le destinataire.</translation>
        </message>
        <message>
            <source>{count} artisanal sites are counted by binned area only; their places are withheld.</source>
            <translation>{count} sites artisanaux sont comptés par classe de surface seulement ; leur position n'est pas divulguée.</translation>
        </message>
        <message>
            <source>{path} lies behind none of the maps: no site is on it.</source>
            <translation>{path} n'est derrière aucune des cartes : aucun site ne s'y trouve.</translation>
        </message>
        <message>
            <source>Sectors of {count} images lie over each other: areas are those of all dates together. Filter by image for one date, or compare dates with 'Detect change'.</source>
            <translation>Les secteurs de {count} images se recouvrent : les surfaces sont celles de toutes les dates ensemble. Filtrez par image pour une seule date, ou comparez les dates avec « Détecter les changements ».</translation>
        </message>
        <message>
            <source>{count} sectors have none of the classes 0 to 9 and count nowhere; give them a class.</source>
            <translation>{count} secteurs n'ont aucune des classes 0 à 9 et ne comptent nulle part ; donnez-leur une classe.</translation>
        </message>
        <message>
            <source>{count} sectors have no polygon on the earth and count nowhere; mend or delete them.</source>
            <translation>{count} secteurs n'ont pas de polygone sur la Terre et ne comptent nulle part ; corrigez-les ou supprimez-les.</translation>
        </message>
        <message>
            <source>{count} pairs of overlay polygons overlap ('{first}', '{second}'): their rows do not add up.</source>
            <translation>{count} paires de polygones superposés se recouvrent (« {first} », « {second} ») : leurs lignes ne s'additionnent pas.</translation>
        </message>
        <message>
            <source>The file does not say what was observed: everything here counts as observed.</source>
            <translation>Le fichier n'indique pas ce qui a été observé : tout compte ici comme observé.</translation>
        </message>
        <message>
            <source>The sectors of one date do not say what was observed: everything counts as observed then.</source>
            <translation>Les secteurs d'une date n'indiquent pas ce qui a été observé : tout compte alors comme observé.</translation>
        </message>
        <message>
            <source>The points do not say by which strata they were drawn; the map's classes are taken for them.</source>
            <translation>Les points n'indiquent pas selon quelles strates ils ont été tirés ; les classes de la carte en tiennent lieu.</translation>
        </message>
        <message>
            <source>{empty} strata have no labelled point and {single} only one: areas and intervals stay undefined until they have two. Label more points.</source>
            <translation>{empty} strates n'ont aucun point étiqueté et {single} n'en ont qu'un : les surfaces et les intervalles restent indéfinis tant qu'elles n'en ont pas deux. Étiquetez plus de points.</translation>
        </message>
        <message>
            <source>Two readers differ on {count} points and nobody has decided yet; the second reader's label counts until then. Decide them in the labelling window.</source>
            <translation>Deux interprètes divergent sur {count} points et personne n'a encore tranché ; d'ici là, l'étiquette du second compte. Tranchez dans la fenêtre d'étiquetage.</translation>
        </message>
        <message>
            <source>Neither file says what was observed and there is no extent: ground that neither maps counts nowhere.</source>
            <translation>Aucun des deux fichiers n'indique ce qui a été observé et il n'y a pas d'emprise : le terrain qu'aucun ne cartographie ne compte nulle part.</translation>
        </message>
        <message>
            <source>A date has no image date: rates per year stay undefined.</source>
            <translation>Une des dates n'a pas de date d'image : les taux annuels restent indéfinis.</translation>
        </message>
        <message>
            <source>The sectors before ({before}) are not older than those after ({after}); check the order.</source>
            <translation>Les secteurs avant ({before}) ne sont pas plus anciens que ceux après ({after}) ; vérifiez l'ordre.</translation>
        </message>
        <message>
            <source>The dates lie in different seasons ({before}, {after}); plants and shadows may pass for change.</source>
            <translation>Les dates sont de saisons différentes ({before}, {after}) ; la végétation et les ombres peuvent passer pour du changement.</translation>
        </message>
        <message>
            <source>{count} dates are no ISO dates and were written as they are; correct them before you publish.</source>
            <translation>{count} dates ne sont pas des dates ISO et ont été écrites telles quelles ; corrigez-les avant de publier.</translation>
        </message>
        <message>
            <source>{count} images of '{product}' are missing. The other bands can be used; get the product again for all.</source>
            <translation>{count} images de « {product} » manquent. Les autres bandes sont utilisables ; récupérez à nouveau le produit pour les avoir toutes.</translation>
        </message>
        <message>
            <source>'{scene}' has no scene classes (L1C before 04.00, or a file is missing): clouds and shadow are not masked there. Detect can look for them itself: 'Leave out clouds and their shadows'.</source>
            <translation>« {scene} » n'a pas de classes de scène (L1C antérieur à 04.00, ou fichier manquant) : nuages et ombres n'y sont pas masqués. Détecter peut les chercher : « Exclure les nuages et leurs ombres ».</translation>
        </message>
        <message>
            <source>Inside the polygons to keep, cloud counts as ground. {dates} date(s) cannot tell bright tailings from a cloud that passed; {least} or more loaded together can.</source>
            <translation>Dans les polygones à garder, les nuages comptent comme du terrain. {dates} date(s) ne permettent pas de distinguer des résidus clairs d'un nuage de passage ; {least} ou plus chargées ensemble le peuvent.</translation>
        </message>
        <message>
            <source>The scenes are stored with and without an offset; all were brought to one, as their tags say.</source>
            <translation>Les scènes sont stockées avec et sans décalage ; toutes ont été ramenées au même, selon leurs métadonnées.</translation>
        </message>
        <message>
            <source>The scenes are of {levels}: top-of-atmosphere and surface reflectance do not fit together.</source>
            <translation>Les scènes sont de niveau {levels} : la réflectance au sommet de l'atmosphère et celle de surface ne vont pas ensemble.</translation>
        </message>
        <message>
            <source>Nothing of the extent is observed: clouds, shadow or your polygons hide all of it, or the scenes hold no data there. Choose another date.</source>
            <translation>Rien de l'emprise n'est observé : les nuages, l'ombre ou vos polygones la cachent entièrement, ou les scènes n'y ont pas de données. Choisissez une autre date.</translation>
        </message>
        <message>
            <source>Nothing of '{image}' is observed there: {index} has no values. Choose another extent.</source>
            <translation>Rien de « {image} » n'y est observé : {index} n'a pas de valeurs. Choisissez une autre emprise.</translation>
        </message>
        <message>
            <source>{index} says little here: '{image}' shows hardly any vegetation whose loss or recovery it could tell.</source>
            <translation>{index} dit peu de choses ici : « {image} » ne montre presque pas de végétation dont il pourrait indiquer la perte ou le retour.</translation>
        </message>
        <message>
            <source>Where people have worked, the run proposes {add} additions, {change} changes and {disappear} disappearances, and agrees with {agreed} sectors. Nothing was changed: take or refuse each.</source>
            <translation>Là où quelqu'un a travaillé, l'exécution propose {add} ajouts, {change} modifications et {disappear} disparitions, et concorde avec {agreed} secteurs. Rien n'a été modifié : acceptez ou refusez chaque proposition.</translation>
        </message>
        <message>
            <source>{count} objects of the file hold a key twice, first '{key}'; the last value counts.</source>
            <translation>{count} objets du fichier contiennent une clé en double, d'abord « {key} » ; la dernière valeur compte.</translation>
        </message>
        <message>
            <source>The file is not UTF-8 as GeoJSON must be; it was read as Windows-1252. Check accented letters.</source>
            <translation>Le fichier n'est pas en UTF-8 comme l'exige le GeoJSON ; il a été lu en Windows-1252. Vérifiez les lettres accentuées.</translation>
        </message>
        <message>
            <source>{count} network links were not followed: nothing is fetched.</source>
            <translation>{count} liens réseau n'ont pas été suivis : rien n'est récupéré.</translation>
        </message>
        <message>
            <source>Sites were joined from {files}.</source>
            <translation>Les sites ont été joints depuis {files}.</translation>
        </message>
        <message>
            <source>{count} features of {file} became no sector ({reasons}).</source>
            <translation>{count} entités de {file} ne sont pas devenues des secteurs ({reasons}).</translation>
        </message>
        <message>
            <source>What the images show is not in this layer: whether sectors lie in observed ground was not checked.</source>
            <translation>Cette couche n'indique pas ce que montrent les images : il n'a pas été contrôlé si les secteurs se trouvent sur du terrain observé.</translation>
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
            <source>Looking for clouds</source>
            <translation>Recherche des nuages</translation>
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
            <source>Reading the scenes</source>
            <translation>Lecture des scènes</translation>
        </message>
        <message>
            <source>Cutting chips</source>
            <translation>Découpage des imagettes</translation>
        </message>
        <message>
            <source>Searching the catalogue</source>
            <translation>Recherche dans le catalogue</translation>
        </message>
        <message>
            <source>Downloading</source>
            <translation>Téléchargement</translation>
        </message>
        <message>
            <source>Writing the image</source>
            <translation>Écriture de l'image</translation>
        </message>
        <message>
            <source>Computing the index</source>
            <translation>Calcul de l'indice</translation>
        </message>
        <message>
            <source>Measuring the sectors</source>
            <translation>Mesure des secteurs</translation>
        </message>
        <message>
            <source>Reading the sectors</source>
            <translation>Lecture des secteurs</translation>
        </message>
        <message>
            <source>Checking the sectors</source>
            <translation>Contrôle des secteurs</translation>
        </message>
        <message>
            <source>'{}' comes from Google's map tiles. Google's terms forbid image analysis and the extraction of objects from them. Choose an image of your own, or Sentinel-2.</source>
            <translation>« {} » provient des tuiles de Google. Les conditions de Google interdisent l'analyse d'images et l'extraction d'objets. Choisissez une image à vous, ou Sentinel-2.</translation>
        </message>
        <message>
            <source>'{layer}' comes from the service {host}, and nobody has confirmed yet that its terms permit image analysis. Confirm it once in the Imagery dock; outside the desktop, name the host in the environment variable {variable}.</source>
            <translation>« {layer} » provient du service {host}, et personne n'a encore confirmé que ses conditions permettent l'analyse d'images. Confirmez-le une fois dans le panneau Imagerie ; hors du bureau, indiquez l'hôte dans la variable d'environnement {variable}.</translation>
        </message>
        <message>
            <source>There is no hole here that sectors enclose.</source>
            <translation>Il n'y a ici aucun trou entouré de secteurs.</translation>
        </message>
        <message>
            <source>The line splits nothing. Draw it from border to border across a sector.</source>
            <translation>La ligne ne divise rien. Tracez-la de limite à limite à travers un secteur.</translation>
        </message>
        <message>
            <source>Select two or more sectors that touch, then merge them.</source>
            <translation>Sélectionnez au moins deux secteurs qui se touchent, puis fusionnez-les.</translation>
        </message>
        <message>
            <source>The selected sectors belong to different images and cannot be merged.</source>
            <translation>Les secteurs sélectionnés appartiennent à des images différentes et ne peuvent pas être fusionnés.</translation>
        </message>
        <message>
            <source>The selected sectors do not all touch each other. Merge only those that do.</source>
            <translation>Les secteurs sélectionnés ne se touchent pas tous. Fusionnez seulement ceux qui se touchent.</translation>
        </message>
        <message>
            <source>What is cut out must be 25 m² or more.</source>
            <translation>La partie découpée doit mesurer au moins 25 m².</translation>
        </message>
        <message>
            <source>There is no sector to cut here.</source>
            <translation>Il n'y a aucun secteur à découper ici.</translation>
        </message>
        <message>
            <source>Select the sector that its neighbour shall absorb.</source>
            <translation>Sélectionnez le secteur que son voisin doit absorber.</translation>
        </message>
        <message>
            <source>There is a sector here. Click into a hole.</source>
            <translation>Il y a un secteur ici. Cliquez dans un trou.</translation>
        </message>
        <message>
            <source>The sector touches no other one that could absorb it.</source>
            <translation>Le secteur n'en touche aucun autre qui puisse l'absorber.</translation>
        </message>
        <message>
            <source>The line must cross the same border twice: begin and end it beside the border.</source>
            <translation>La ligne doit croiser deux fois la même limite : commencez-la et terminez-la à côté de la limite.</translation>
        </message>
        <message>
            <source>Nothing of 25 m² or more would be left: reviewed sectors hold the ground, or the shape is too small.</source>
            <translation>Il ne resterait pas 25 m² : des secteurs vérifiés occupent le terrain, ou la forme est trop petite.</translation>
        </message>
        <message>
            <source>'{}' is not in {}. Import it into a project file.</source>
            <translation>« {} » n'est pas dans {}. Importez-le dans un fichier de projet.</translation>
        </message>
        <message>
            <source>The shape has a corner without a place. Draw it again.</source>
            <translation>La forme a un sommet sans position. Dessinez-la à nouveau.</translation>
        </message>
        <message>
            <source>The shape reaches beyond the edge of the world. Zoom in and draw it again.</source>
            <translation>La forme dépasse le bord du monde. Zoomez et dessinez-la de nouveau.</translation>
        </message>
        <message>
            <source>These shapes cannot be worked out: {}</source>
            <translation>Ces formes ne peuvent pas être calculées : {}</translation>
        </message>
        <message>
            <source>Nothing can be smoothed here: the borders are simple, or reviewed sectors hold them.</source>
            <translation>Rien à lisser ici : les limites sont simples, ou des secteurs vérifiés les fixent.</translation>
        </message>
        <message>
            <source>Select the sectors whose borders shall be smoothed.</source>
            <translation>Sélectionnez les secteurs dont les limites doivent être lissées.</translation>
        </message>
        <message>
            <source>The selected sectors belong to different images. Smooth those of one at a time.</source>
            <translation>Les secteurs sélectionnés appartiennent à des images différentes. Lissez ceux d'une image à la fois.</translation>
        </message>
        <message>
            <source>One of you has deleted the sector: choose one of both.</source>
            <translation>L'un de vous a supprimé le secteur : choisissez l'une des deux versions.</translation>
        </message>
        <message>
            <source>{who} ({date}, clash {number}): {what}</source>
            <translation>{who} ({date}, conflit {number}) : {what}</translation>
        </message>
        <message>
            <source>another shape, {:.2f} ha</source>
            <translation>autre forme, {:.2f} ha</translation>
        </message>
        <message>
            <source>{} (shared)</source>
            <translation>{} (partagé)</translation>
        </message>
        <message>
            <source>The shared project '{}' cannot be opened: {}</source>
            <translation>Le projet partagé « {} » ne peut pas être ouvert : {}</translation>
        </message>
        <message>
            <source>no sectors</source>
            <translation>aucun secteur</translation>
        </message>
        <message>
            <source>A text holds a null character; PostgreSQL cannot store it.</source>
            <translation>Un texte contient un caractère nul ; PostgreSQL ne peut pas l'enregistrer.</translation>
        </message>
        <message>
            <source>This QGIS has no PostgreSQL provider. Install the package qgis-providers.</source>
            <translation>Ce QGIS n'a pas de fournisseur PostgreSQL. Installez le paquet qgis-providers.</translation>
        </message>
        <message>
            <source>The shared project '{}' does not take this: {}</source>
            <translation>Le projet partagé « {} » n'accepte pas ceci : {}</translation>
        </message>
        <message>
            <source>'{}' is no name for a shared project. Use small letters, digits and _, up to 48.</source>
            <translation>« {} » n'est pas un nom valable pour un projet partagé. Utilisez des minuscules, des chiffres et _, 48 au plus.</translation>
        </message>
        <message>
            <source>The database does not answer: {}</source>
            <translation>La base de données ne répond pas : {}</translation>
        </message>
        <message>
            <source>Others are changing '{}' at this moment. Try again in a minute.</source>
            <translation>D'autres modifient « {} » en ce moment. Réessayez dans une minute.</translation>
        </message>
        <message>
            <source>There is a project '{}' already. Choose another name.</source>
            <translation>Il existe déjà un projet « {} ». Choisissez un autre nom.</translation>
        </message>
        <message>
            <source>{} of {} sectors have no identity of their own (uuid). Check the sectors first.</source>
            <translation>{} secteurs sur {} n'ont pas d'identité propre (uuid). Contrôlez d'abord les secteurs.</translation>
        </message>
        <message>
            <source>The log of {} is broken at row {}. Verify it before others work on it.</source>
            <translation>Le journal de {} est endommagé à la ligne {}. Vérifiez-le avant que d'autres y travaillent.</translation>
        </message>
        <message>
            <source>'{}' was not written: someone else has changed the same sector. Choose between both.</source>
            <translation>« {} » n'a pas été écrit : quelqu'un d'autre a modifié le même secteur. Choisissez entre les deux versions.</translation>
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
            <source>a tile is too large</source>
            <translation>une tuile est trop grande</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>pas de réponse</translation>
        </message>
        <message>
            <source>The service {host} did not deliver its picture ({problem}). Wait a little and try again, or choose a smaller extent.</source>
            <translation>Le service {host} n'a pas fourni son image ({problem}). Attendez un peu et réessayez, ou choisissez une emprise plus petite.</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Contrôle</translation>
        </message>
        <message>
            <source>Check &amp;again</source>
            <translation>Contrôler à &amp;nouveau</translation>
        </message>
        <message>
            <source>Mend: {}</source>
            <translation>Corriger : {}</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Quoi</translation>
        </message>
        <message>
            <source>{found} things to look at in {total}; {fixable} can be mended here.</source>
            <translation>Points à examiner dans {total} : {found} ; corrigibles ici : {fixable}.</translation>
        </message>
        <message>
            <source>Checking {}…</source>
            <translation>Contrôle de {}…</translation>
        </message>
        <message>
            <source>Check sectors: {}</source>
            <translation>Contrôler les secteurs : {}</translation>
        </message>
        <message>
            <source>The check was not finished.</source>
            <translation>Le contrôle n'a pas été terminé.</translation>
        </message>
        <message>
            <source>&amp;Mend</source>
            <translation>&amp;Corriger</translation>
        </message>
        <message>
            <source>The list shows the first {}.</source>
            <translation>La liste montre les {} premiers.</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>Annulé.</translation>
        </message>
        <message>
            <source>Fix: {}</source>
            <translation>Correction : {}</translation>
        </message>
        <message>
            <source>Perhaps: {}</source>
            <translation>Peut-être : {}</translation>
        </message>
        <message>
            <source>Mended: {}. Z takes it back.</source>
            <translation>Corrigé : {}. Z l'annule.</translation>
        </message>
        <message>
            <source>Nothing is wrong with {}.</source>
            <translation>Aucun problème dans {}.</translation>
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
            <source>Everything ({})</source>
            <translation>Tout ({})</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <source>Reading the log…</source>
            <translation>Lecture du journal…</translation>
        </message>
        <message>
            <source>History of a sector</source>
            <translation>Historique d'un secteur</translation>
        </message>
        <message>
            <source>The log was not read.</source>
            <translation>Le journal n'a pas été lu.</translation>
        </message>
        <message>
            <source>This sector</source>
            <translation>Ce secteur</translation>
        </message>
        <message>
            <source>Restore a shape</source>
            <translation>Restaurer une forme</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Qui</translation>
        </message>
        <message>
            <source>When (UTC)</source>
            <translation>Quand (UTC)</translation>
        </message>
        <message>
            <source>Select one sector, then ask for its history.</source>
            <translation>Sélectionnez un secteur, puis demandez son historique.</translation>
        </message>
        <message>
            <source>{name}: what happened to it, newest first.</source>
            <translation>{name} : ce qui lui est arrivé, le plus récent d'abord.</translation>
        </message>
        <message>
            <source>The log is broken: someone has changed it. Verify the log to see where.</source>
            <translation>Le journal est rompu : quelqu'un l'a modifié. Vérifiez le journal pour voir où.</translation>
        </message>
        <message>
            <source>&amp;Restore this shape</source>
            <translation>&amp;Restaurer cette forme</translation>
        </message>
        <message>
            <source>{name}: the log has nothing about it.</source>
            <translation>{name} : le journal ne contient rien à son sujet.</translation>
        </message>
        <message>
            <source>The shape of {} is back. Z takes it back.</source>
            <translation>La forme du {} est restaurée. Z l'annule.</translation>
        </message>
        <message>
            <source>Area afterwards: {}</source>
            <translation>Surface après : {}</translation>
        </message>
        <message>
            <source>On the map: dashed is the shape now, full is the shape then.</source>
            <translation>Sur la carte : en tirets la forme actuelle, en trait plein la forme d'alors.</translation>
        </message>
        <message>
            <source>1 repair</source>
            <translation>1 réparation</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>&amp;Import as it is</source>
            <translation>&amp;Importer tel quel</translation>
        </message>
        <message>
            <source>Look at it first: what somebody meant could be lost.</source>
            <translation>Examinez d'abord : ce que quelqu'un a voulu exprimer pourrait être perdu.</translation>
        </message>
        <message>
            <source>&amp;Tick all safe repairs</source>
            <translation>&amp;Cocher toutes les réparations sûres</translation>
        </message>
        <message>
            <source>{sectors} imported from {file}, {repairs} made.</source>
            <translation>Importé depuis {file} : {sectors}, avec {repairs}.</translation>
        </message>
        <message>
            <source>{} repairs</source>
            <translation>{} réparations</translation>
        </message>
        <message>
            <source>Looking into {}…</source>
            <translation>Examen de {}…</translation>
        </message>
        <message>
            <source>Nothing was imported.</source>
            <translation>Rien n'a été importé.</translation>
        </message>
        <message>
            <source>Look into {}</source>
            <translation>Examiner {}</translation>
        </message>
        <message>
            <source>{sectors} found in {file} (features: {features}). Nothing is imported yet.</source>
            <translation>{file} contient {sectors} (entités : {features}). Rien n'est encore importé.</translation>
        </message>
        <message>
            <source>&amp;Import with {}</source>
            <translation>&amp;Importer avec {}</translation>
        </message>
        <message>
            <source>Import {}</source>
            <translation>Importer {}</translation>
        </message>
        <message>
            <source>On the map: dashed is before, full is after. The area changes by {:+.1f} m².</source>
            <translation>Sur la carte : en tirets avant, en trait plein après. La surface change de {:+.1f} m².</translation>
        </message>
        <message>
            <source>Left out: {}</source>
            <translation>Exclus : {}</translation>
        </message>
        <message>
            <source>Offered: {}. Only what you tick is mended.</source>
            <translation>Proposé : {}. Seul ce que vous cochez est corrigé.</translation>
        </message>
        <message>
            <source>{} was changed in the meantime. Look at it again.</source>
            <translation>{} a été modifié entre-temps. Examinez-le à nouveau.</translation>
        </message>
        <message>
            <source>Done in any case: {}</source>
            <translation>Fait dans tous les cas : {}</translation>
        </message>
        <message>
            <source>Repair: {}</source>
            <translation>Réparation : {}</translation>
        </message>
        <message>
            <source>Before: {}</source>
            <translation>Avant : {}</translation>
        </message>
        <message>
            <source>After: {}</source>
            <translation>Après : {}</translation>
        </message>
        <message>
            <source>The keys work here and on the map.</source>
            <translation>Les raccourcis fonctionnent ici et sur la carte.</translation>
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
            <translation>Z, Maj+Z</translation>
        </message>
        <message>
            <source>undo, redo</source>
            <translation>annuler, rétablir</translation>
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
            <source>V</source>
            <translation>V</translation>
        </message>
        <message>
            <source>fix the outline</source>
            <translation>corriger le contour</translation>
        </message>
        <message>
            <source>K</source>
            <translation>K</translation>
        </message>
        <message>
            <source>skip: comes back at the end</source>
            <translation>passer : revient à la fin</translation>
        </message>
        <message>
            <source>C</source>
            <translation>C</translation>
        </message>
        <message>
            <source>comment</source>
            <translation>commentaire</translation>
        </message>
        <message>
            <source>/</source>
            <translation>/</translation>
        </message>
        <message>
            <source>search</source>
            <translation>rechercher</translation>
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
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>help</source>
            <translation>aide</translation>
        </message>
        <message>
            <source>D E S X F</source>
            <translation>D E S X F</translation>
        </message>
        <message>
            <source>draw, reshape border, split, cut out, fill</source>
            <translation>dessiner, modifier une limite, diviser, découper, combler</translation>
        </message>
        <message>
            <source>M G T</source>
            <translation>M G T</translation>
        </message>
        <message>
            <source>merge, give to neighbour, smooth</source>
            <translation>fusionner, donner au voisin, lisser</translation>
        </message>
        <message>
            <source>B N W</source>
            <translation>B N W</translation>
        </message>
        <message>
            <source>brush, eraser, magic select</source>
            <translation>pinceau, gomme, sélection magique</translation>
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
            <source>Log</source>
            <translation>Journal</translation>
        </message>
        <message>
            <source>Verify the log</source>
            <translation>Vérifier le journal</translation>
        </message>
        <message>
            <source>The log was not verified.</source>
            <translation>Le journal n'a pas été vérifié.</translation>
        </message>
        <message>
            <source>Verify &amp;again</source>
            <translation>Vérifier à &amp;nouveau</translation>
        </message>
        <message>
            <source>The file is damaged.</source>
            <translation>Le fichier est endommagé.</translation>
        </message>
        <message>
            <source>Changed outside the log</source>
            <translation>Modifié hors du journal</translation>
        </message>
        <message>
            <source>There is no project file yet, and so no log.</source>
            <translation>Il n'y a pas encore de fichier de projet, donc pas de journal.</translation>
        </message>
        <message>
            <source>Sectors of the run {}</source>
            <translation>Secteurs de l'exécution {}</translation>
        </message>
        <message>
            <source>The log is broken. The first row that does not fit is row {} of {}.</source>
            <translation>Le journal est rompu. La première ligne qui ne concorde pas est la ligne {} sur {}.</translation>
        </message>
        <message>
            <source>Verifying the log of {}…</source>
            <translation>Vérification du journal de {}…</translation>
        </message>
        <message>
            <source>The log is whole. Rows: {}. Every sector is as the log left it.</source>
            <translation>Le journal est intègre. Lignes : {}. Chaque secteur est tel que le journal l'a laissé.</translation>
        </message>
        <message>
            <source>The log is whole, but sectors were changed outside it: {}.</source>
            <translation>Le journal est intègre, mais des secteurs ont été modifiés en dehors de lui : {}.</translation>
        </message>
        <message>
            <source>&amp;Check the sectors</source>
            <translation>&amp;Contrôler les secteurs</translation>
        </message>
        <message>
            <source>Look for overlaps, gaps, missing dates</source>
            <translation>Chercher les superpositions, vides et dates manquantes</translation>
        </message>
        <message>
            <source>&amp;Import annotations…</source>
            <translation>&amp;Importer des annotations…</translation>
        </message>
        <message>
            <source>Read polygons that were drawn elsewhere</source>
            <translation>Lire des polygones dessinés ailleurs</translation>
        </message>
        <message>
            <source>&amp;Proposals of the last run</source>
            <translation>&amp;Propositions de la dernière exécution</translation>
        </message>
        <message>
            <source>What it would change where people have worked</source>
            <translation>Ce qu'elle changerait là où des personnes ont travaillé</translation>
        </message>
        <message>
            <source>&amp;History of the sector</source>
            <translation>&amp;Historique du secteur</translation>
        </message>
        <message>
            <source>Who changed it, when, from what; earlier shapes</source>
            <translation>Qui l'a modifié, quand, à partir de quoi ; formes antérieures</translation>
        </message>
        <message>
            <source>&amp;Deleted sectors</source>
            <translation>Secteurs &amp;supprimés</translation>
        </message>
        <message>
            <source>What was deleted, by whom; the way back</source>
            <translation>Ce qui a été supprimé et par qui ; comment le rétablir</translation>
        </message>
        <message>
            <source>&amp;Verify the log</source>
            <translation>&amp;Vérifier le journal</translation>
        </message>
        <message>
            <source>Find out whether anything was changed behind the log's back</source>
            <translation>Savoir si quelque chose a été modifié à l'insu du journal</translation>
        </message>
        <message>
            <source>Select a sector, or press D to draw one.</source>
            <translation>Sélectionnez un secteur ou appuyez sur D pour en dessiner un.</translation>
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
            <source>Reject</source>
            <translation>Rejeter</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Approuver</translation>
        </message>
        <message>
            <source>&amp;Sectors</source>
            <translation>&amp;Secteurs</translation>
        </message>
        <message>
            <source>Back to the list of sectors</source>
            <translation>Retour à la liste des secteurs</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Kind shown</source>
            <translation>Type affiché</translation>
        </message>
        <message>
            <source>Detected</source>
            <translation>Détecté</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>Importé</translation>
        </message>
        <message>
            <source>Repaired at import</source>
            <translation>Réparé à l'import</translation>
        </message>
        <message>
            <source>Split into its parts</source>
            <translation>Divisé en ses parties</translation>
        </message>
        <message>
            <source>Split off</source>
            <translation>Détaché</translation>
        </message>
        <message>
            <source>Cut by a new run</source>
            <translation>Découpé par une nouvelle exécution</translation>
        </message>
        <message>
            <source>Replaced by a new run</source>
            <translation>Remplacé par une nouvelle exécution</translation>
        </message>
        <message>
            <source>Drawn</source>
            <translation>Tracé</translation>
        </message>
        <message>
            <source>Shape changed</source>
            <translation>Forme modifiée</translation>
        </message>
        <message>
            <source>Class changed</source>
            <translation>Classe modifiée</translation>
        </message>
        <message>
            <source>State changed</source>
            <translation>État modifié</translation>
        </message>
        <message>
            <source>Values changed</source>
            <translation>Valeurs modifiées</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Supprimé</translation>
        </message>
        <message>
            <source>Earlier shape restored</source>
            <translation>Forme antérieure restaurée</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>Annulé</translation>
        </message>
        <message>
            <source>Done again</source>
            <translation>Rétabli</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>Non enregistré</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>rien</translation>
        </message>
        <message>
            <source>Areas are counted from the polygons; no accuracy sample stands behind them.</source>
            <translation>Les surfaces sont calculées à partir des polygones ; aucun échantillon d'exactitude ne les étaye.</translation>
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
            <source>Draw one</source>
            <translation>En dessiner un</translation>
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
            <source>A labelled sample stands behind the areas: overall accuracy {}.</source>
            <translation>Un échantillon étiqueté étaye les surfaces : exactitude globale {}.</translation>
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
            <source>The image is in no file that the engine can open; its pixels are copied to one first.</source>
            <translation>L'image n'est dans aucun fichier que le moteur peut ouvrir ; ses pixels sont d'abord copiés dans un fichier.</translation>
        </message>
        <message>
            <source>The image is fetched from its service first; that takes a while.</source>
            <translation>L'image est d'abord récupérée auprès de son service ; cela prend un moment.</translation>
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
            <source>Draw and correct</source>
            <translation>Dessiner et corriger</translation>
        </message>
        <message>
            <source>{:.3g} m wide; wheel or [ ] for the size</source>
            <translation>{:.3g} m de large ; molette ou [ ] pour la taille</translation>
        </message>
        <message>
            <source>Erase: press and move. {}. Shift paints, Esc drops the stroke.</source>
            <translation>Effacer : appuyez et déplacez. {}. Maj peint, Échap abandonne le trait.</translation>
        </message>
        <message>
            <source>Paint {}: press and move. {}, 1-9 for the class. Shift erases, Esc drops the stroke.</source>
            <translation>Peindre {} : appuyez et déplacez. {}, 1-9 pour la classe. Maj efface, Échap abandonne le trait.</translation>
        </message>
        <message>
            <source>{} in review, approved or published kept their ground. Select one to change it.</source>
            <translation>{} en vérification, approuvés ou publiés ont gardé leur terrain. Sélectionnez-en un pour le modifier.</translation>
        </message>
        <message>
            <source>Nothing has changed.</source>
            <translation>Rien n'a changé.</translation>
        </message>
        <message>
            <source>Right-click or Enter ends, Backspace takes a corner back, Esc gives up; or press, move and release.</source>
            <translation>Clic droit ou Entrée termine, Retour arrière retire un sommet, Échap abandonne ; ou appuyez, déplacez et relâchez.</translation>
        </message>
        <message>
            <source>Draw a sector</source>
            <translation>Dessiner un secteur</translation>
        </message>
        <message>
            <source>Reshape a border</source>
            <translation>Modifier une limite</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Diviser</translation>
        </message>
        <message>
            <source>Cut out</source>
            <translation>Découper</translation>
        </message>
        <message>
            <source>Fill a hole</source>
            <translation>Combler un trou</translation>
        </message>
        <message>
            <source>Click into a hole.</source>
            <translation>Cliquez dans un trou.</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Fusionner</translation>
        </message>
        <message>
            <source>Give to the neighbour</source>
            <translation>Donner au voisin</translation>
        </message>
        <message>
            <source>Click a small sector: the neighbour with the longest border takes it.</source>
            <translation>Cliquez sur un petit secteur : le voisin qui a la plus longue limite commune l'absorbe.</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>Lisser</translation>
        </message>
        <message>
            <source>Click a sector: its borders become smooth.</source>
            <translation>Cliquez sur un secteur : ses limites sont lissées.</translation>
        </message>
        <message>
            <source>Brush</source>
            <translation>Pinceau</translation>
        </message>
        <message>
            <source>Paint ground of a class; Shift erases.</source>
            <translation>Peint le terrain d'une classe ; Maj efface.</translation>
        </message>
        <message>
            <source>Eraser</source>
            <translation>Gomme</translation>
        </message>
        <message>
            <source>Give ground back to nothing; Shift paints.</source>
            <translation>Libère le terrain de tout secteur ; Maj peint.</translation>
        </message>
        <message>
            <source>Magic select</source>
            <translation>Sélection magique</translation>
        </message>
        <message>
            <source>Click into a sector: its outline grows along the edges of the image.</source>
            <translation>Cliquez dans un secteur : son contour s'étend en suivant les bords de l'image.</translation>
        </message>
        <message>
            <source>Click the corners; the key of its class (1-9) ends it.</source>
            <translation>Cliquez sur les sommets ; la touche de sa classe (1-9) termine.</translation>
        </message>
        <message>
            <source>Draw a line that begins and ends beside a border and replaces what lies between.</source>
            <translation>Tracez une ligne qui commence et finit à côté d'une limite et remplace ce qui est entre les deux.</translation>
        </message>
        <message>
            <source>Draw a line from border to border; it splits all that it crosses.</source>
            <translation>Tracez une ligne de limite à limite ; elle divise tout ce qu'elle traverse.</translation>
        </message>
        <message>
            <source>Draw the ground that belongs to no sector.</source>
            <translation>Dessinez le terrain qui n'appartient à aucun secteur.</translation>
        </message>
        <message>
            <source>Draw a line over sectors that are one; or select them first.</source>
            <translation>Tracez une ligne sur les secteurs qui n'en font qu'un, ou sélectionnez-les d'abord.</translation>
        </message>
        <message>
            <source>Magic select: looking at the ground round your click…</source>
            <translation>Sélection magique : examen du terrain autour de votre clic…</translation>
        </message>
        <message>
            <source>Nothing grows here. Click on another place.</source>
            <translation>Rien ne s'étend ici. Cliquez ailleurs.</translation>
        </message>
        <message>
            <source>{title}, {area}: wheel or + - for the size, 1-9 for the class, Shift+click adds a place, Enter or double click takes it, Esc drops it.</source>
            <translation>{title}, {area} : molette ou + - pour la taille, 1-9 pour la classe, Maj+clic ajoute un lieu, Entrée ou double-clic l'accepte, Échap l'abandonne.</translation>
        </message>
        <message>
            <source>Magic select, {}: click into the sector. Its region grows along the edges of the image.</source>
            <translation>Sélection magique, {} : cliquez dans le secteur. Sa région s'étend en suivant les bords de l'image.</translation>
        </message>
        <message>
            <source>No sector under the cursor</source>
            <translation>Aucun secteur sous le curseur</translation>
        </message>
        <message>
            <source>No class</source>
            <translation>Aucune classe</translation>
        </message>
        <message>
            <source>no state</source>
            <translation>aucun état</translation>
        </message>
        <message>
            <source>drawn by hand</source>
            <translation>dessiné à la main</translation>
        </message>
        <message>
            <source>{top} (below: {count}, {titles})</source>
            <translation>{top} (dessous : {count}, {titles})</translation>
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
            <source>Images</source>
            <translation>Images</translation>
        </message>
        <message>
            <source>Besides files, the Imagery dock opens Sentinel-2 products (SAFE folder or .zip) and searches catalogues: only what the map shows is fetched, and the catalogue learns which place you look at. Clouds, shadows and missing pixels of a loaded scene count as not observed in every detection. Date and source of an image go into every new sector. Pictures of a map service are analysed only after you have confirmed, once per service, that its terms permit it; Google's forbid it.</source>
            <translation>Outre les fichiers, le panneau Imagerie ouvre les produits Sentinel-2 (dossier SAFE ou .zip) et recherche dans des catalogues : seul ce que montre la carte est récupéré, et le catalogue apprend quel lieu vous regardez. Les nuages, les ombres et les pixels manquants d'une scène chargée comptent comme non observés dans toute détection. La date et la source d'une image vont dans chaque nouveau secteur. Les images d'un service de cartes ne sont analysées qu'après que vous avez confirmé, une fois par service, que ses conditions le permettent ; celles de Google l'interdisent.</translation>
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
            <source>A map service of {}. Whether it may be analysed has not been confirmed yet.</source>
            <translation>Un service de cartes de {}. Il n'est pas encore confirmé qu'il peut être analysé.</translation>
        </message>
        <message>
            <source>{} × {} pixels</source>
            <translation>{} × {} pixels</translation>
        </message>
        <message>
            <source>{} — its mask is gone: clouds would count as ground. Load the scene again.</source>
            <translation>{} — son masque a disparu : les nuages compteraient comme du terrain. Chargez à nouveau la scène.</translation>
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
            <source>Sentinel-2 products (*.zip *.xml *.json)</source>
            <translation>Produits Sentinel-2 (*.zip *.xml *.json)</translation>
        </message>
        <message>
            <source>Open a SAFE folder</source>
            <translation>Ouvrir un dossier SAFE</translation>
        </message>
        <message>
            <source>Open products</source>
            <translation>Ouvrir des produits</translation>
        </message>
        <message>
            <source>{} is on the map. Load another scene, or go back to detect in it.</source>
            <translation>{} est sur la carte. Chargez une autre scène, ou revenez pour y lancer la détection.</translation>
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
            <source>Set up the engine first; it reads the products.</source>
            <translation>Installez d'abord le moteur ; c'est lui qui lit les produits.</translation>
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
            <source>The image lacks the bands for this, or nobody knows which they are. It needs {}.</source>
            <translation>L'image n'a pas les bandes voulues, ou personne ne sait lesquelles ce sont. Il faut : {}.</translation>
        </message>
        <message>
            <source>vegetation</source>
            <translation>végétation</translation>
        </message>
        <message>
            <source>vegetation, red edge</source>
            <translation>végétation, bord du rouge</translation>
        </message>
        <message>
            <source>bare soil</source>
            <translation>sol nu</translation>
        </message>
        <message>
            <source>open water</source>
            <translation>eau libre</translation>
        </message>
        <message>
            <source>turbid water</source>
            <translation>eau turbide</translation>
        </message>
        <message>
            <source>iron oxide</source>
            <translation>oxyde de fer</translation>
        </message>
        <message>
            <source>ferric iron</source>
            <translation>fer ferrique</translation>
        </message>
        <message>
            <source>ferrous silicates</source>
            <translation>silicates ferreux</translation>
        </message>
        <message>
            <source>clay and hydroxyl</source>
            <translation>argile et hydroxyles</translation>
        </message>
        <message>
            <source>hematite and goethite</source>
            <translation>hématite et goethite</translation>
        </message>
        <message>
            <source>hematite and jarosite</source>
            <translation>hématite et jarosite</translation>
        </message>
        <message>
            <source>iron oxides, mixed</source>
            <translation>oxydes de fer, mélangés</translation>
        </message>
        <message>
            <source>Date and source are still missing: no sector can be approved without them.</source>
            <translation>La date et la source manquent encore : aucun secteur ne peut être approuvé sans elles.</translation>
        </message>
        <message>
            <source>Red, green and blue, stretched to what the map shows</source>
            <translation>Rouge, vert et bleu, étirés selon ce que montre la carte</translation>
        </message>
        <message>
            <source>red, green and blue</source>
            <translation>rouge, vert et bleu</translation>
        </message>
        <message>
            <source>Short-wave infrared, near infrared and red: bare ground and water stand out</source>
            <translation>Infrarouge à ondes courtes, proche infrarouge et rouge : le sol nu et l'eau ressortent</translation>
        </message>
        <message>
            <source>short-wave infrared, near infrared and red (of Sentinel-2, load B12 or B11, B08 and B04)</source>
            <translation>infrarouge à ondes courtes, proche infrarouge et rouge (pour Sentinel-2, chargez B12 ou B11, B08 et B04)</translation>
        </message>
        <message>
            <source>A spectral index as a layer of its own</source>
            <translation>Un indice spectral dans une couche à part</translation>
        </message>
        <message>
            <source>at least red with near infrared, green or blue</source>
            <translation>au moins le rouge avec le proche infrarouge, le vert ou le bleu</translation>
        </message>
        <message>
            <source>My catalogue</source>
            <translation>Mon catalogue</translation>
        </message>
        <message>
            <source>Address (STAC API)</source>
            <translation>Adresse (API STAC)</translation>
        </message>
        <message>
            <source>{host}, confirmed by {by} on {on}</source>
            <translation>{host}, confirmé par {by} le {on}</translation>
        </message>
        <message>
            <source>'{}' is no address of a catalogue.</source>
            <translation>« {} » n'est pas une adresse de catalogue.</translation>
        </message>
        <message>
            <source>Sentinel-2 product, SAFE &amp;folder…</source>
            <translation>Produit Sentinel-2, &amp;dossier SAFE…</translation>
        </message>
        <message>
            <source>Sentinel-2 product, &amp;zip…</source>
            <translation>Produit Sentinel-2, &amp;zip…</translation>
        </message>
        <message>
            <source>&amp;Image file…</source>
            <translation>&amp;Fichier image…</translation>
        </message>
        <message>
            <source>&amp;Search Sentinel-2…</source>
            <translation>&amp;Rechercher Sentinel-2…</translation>
        </message>
        <message>
            <source>Sam&amp;ple scene</source>
            <translation>Scène d'e&amp;xemple</translation>
        </message>
        <message>
            <source>Asking the service…</source>
            <translation>Interrogation du service…</translation>
        </message>
        <message>
            <source>Building overviews… You can go on working.</source>
            <translation>Construction des pyramides… Vous pouvez continuer à travailler.</translation>
        </message>
        <message>
            <source>This picture comes from {}. Many services forbid the analysis of their pictures by programs; whether this one permits it stands in its terms of use. You are asked once per service.</source>
            <translation>Cette image provient de {}. Beaucoup de services interdisent l'analyse de leurs images par des programmes ; ses conditions d'utilisation disent si celui-ci la permet. La question est posée une fois par service.</translation>
        </message>
        <message>
            <source>This is the picture in the middle of the map; elsewhere the mosaic can be older or newer.</source>
            <translation>C'est l'image au centre de la carte ; ailleurs, la mosaïque peut être plus ancienne ou plus récente.</translation>
        </message>
        <message>
            <source>{index} of {image}</source>
            <translation>{index} de {image}</translation>
        </message>
        <message>
            <source>Computing {}…</source>
            <translation>Calcul de {}…</translation>
        </message>
        <message>
            <source>The service does not say. Enter date and source.</source>
            <translation>Le service ne l'indique pas. Saisissez la date et la source.</translation>
        </message>
        <message>
            <source>This image is slow when zoomed out. Overviews help; they take about {} MB beside the file.</source>
            <translation>Cette image est lente en vue éloignée. Des pyramides aident ; elles prennent environ {} MB à côté du fichier.</translation>
        </message>
        <message>
            <source>Building overviews…</source>
            <translation>Construction des pyramides…</translation>
        </message>
        <message>
            <source>Its places are within {} m.</source>
            <translation>Ses positions sont exactes à {} m près.</translation>
        </message>
        <message>
            <source>cannot be told</source>
            <translation>indéterminable</translation>
        </message>
        <message>
            <source>Point {}: what is at the ring?</source>
            <translation>Point {} : qu'y a-t-il dans l'anneau ?</translation>
        </message>
        <message>
            <source>The labelling window is closed. Open it again.</source>
            <translation>La fenêtre d'étiquetage est fermée. Ouvrez-la à nouveau.</translation>
        </message>
        <message>
            <source>All points are labelled by others.</source>
            <translation>Tous les points sont étiquetés par d'autres.</translation>
        </message>
        <message>
            <source>There is nothing for you to check: nobody checks their own labels. Another person writes another name above.</source>
            <translation>Vous n'avez rien à contrôler : personne ne contrôle ses propres étiquettes. Une autre personne doit saisir un autre nom ci-dessus.</translation>
        </message>
        <message>
            <source>No two readers differ.</source>
            <translation>Aucune divergence entre interprètes.</translation>
        </message>
        <message>
            <source>Label {}</source>
            <translation>Étiquette {}</translation>
        </message>
        <message>
            <source>All points are labelled. Assess accuracy, or let a second person check them.</source>
            <translation>Tous les points sont étiquetés. Évaluez l'exactitude ou faites-les contrôler par une seconde personne.</translation>
        </message>
        <message>
            <source>All points are checked. Where you differ from the first reader, decide together.</source>
            <translation>Tous les points sont contrôlés. Là où vous divergez du premier interprète, tranchez ensemble.</translation>
        </message>
        <message>
            <source>All differences are decided. Assess accuracy.</source>
            <translation>Toutes les divergences sont tranchées. Évaluez l'exactitude.</translation>
        </message>
        <message>
            <source>{} cannot be told</source>
            <translation>{} indéterminables</translation>
        </message>
        <message>
            <source>{} by others</source>
            <translation>{} par d'autres</translation>
        </message>
        <message>
            <source>no image</source>
            <translation>aucune image</translation>
        </message>
        <message>
            <source>no image chosen</source>
            <translation>aucune image choisie</translation>
        </message>
        <message>
            <source>there is no image; open one in the Imagery dock</source>
            <translation>il n'y a pas d'image ; ouvrez-en une dans le panneau Imagerie</translation>
        </message>
        <message>
            <source>no date known</source>
            <translation>date inconnue</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Étiqueter</translation>
        </message>
        <message>
            <source>Check as a second person</source>
            <translation>Contrôler en tant que seconde personne</translation>
        </message>
        <message>
            <source>Decide differences</source>
            <translation>Trancher les divergences</translation>
        </message>
        <message>
            <source>what speaks for it, what was in doubt</source>
            <translation>ce qui l'étaye, ce qui était douteux</translation>
        </message>
        <message>
            <source>The images do not show what it is; the point counts in no figure.</source>
            <translation>Les images ne montrent pas ce que c'est ; le point ne compte dans aucun chiffre.</translation>
        </message>
        <message>
            <source>Your label counts, and it is noted that you were not sure.</source>
            <translation>Votre étiquette compte, et il est noté que vous n'étiez pas sûr.</translation>
        </message>
        <message>
            <source>Look at it again at the end.</source>
            <translation>Y revenir à la fin.</translation>
        </message>
        <message>
            <source>Second date</source>
            <translation>Seconde date</translation>
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
            <source>On this image: {}</source>
            <translation>Sur cette image : {}</translation>
        </message>
        <message>
            <source>'{}' suits this image better.</source>
            <translation>« {} » convient mieux à cette image.</translation>
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
            <source>Learned from: {}</source>
            <translation>Entraîné sur : {}</translation>
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
            <source>Image date and source</source>
            <translation>Date et source de l'image</translation>
        </message>
        <message>
            <source>Areas before (outline) and after (filled)</source>
            <translation>Surfaces avant (contour) et après (plein)</translation>
        </message>
        <message>
            <source>Choose a file.</source>
            <translation>Choisissez un fichier.</translation>
        </message>
        <message>
            <source>{} exists already and will be replaced.</source>
            <translation>{} existe déjà et sera remplacé.</translation>
        </message>
        <message>
            <source>No sector is in the chosen states.</source>
            <translation>Aucun secteur n'est dans les états choisis.</translation>
        </message>
        <message>
            <source>Say why exact places of artisanal sites leave the house; it is recorded beside the file.</source>
            <translation>Dites pourquoi la position exacte de sites artisanaux sort de l'organisation ; c'est consigné à côté du fichier.</translation>
        </message>
        <message>
            <source>Save your edits first: the export reads what is saved.</source>
            <translation>Enregistrez d'abord vos modifications : l'export lit ce qui est enregistré.</translation>
        </message>
        <message>
            <source>Keep it, write another file</source>
            <translation>Le garder, écrire un autre fichier</translation>
        </message>
        <message>
            <source>{} artisanal sites are among them: they are counted, their places stay out of the report.</source>
            <translation>{} sites artisanaux en font partie : ils sont comptés, mais leur position ne figure pas dans le rapport.</translation>
        </message>
        <message>
            <source>⚠ Exact places of {} artisanal sites would be published. That can put people at risk.</source>
            <translation>⚠ La position exacte de {} sites artisanaux serait publiée. Cela peut mettre des personnes en danger.</translation>
        </message>
        <message>
            <source>{} artisanal sites are among them: they become cells of 0.1°, all others stay as they are.</source>
            <translation>{} sites artisanaux en font partie : ils deviennent des cellules de 0,1°, tous les autres restent tels quels.</translation>
        </message>
        <message>
            <source>Samples (*.gpkg *.geojson)</source>
            <translation>Échantillons (*.gpkg *.geojson)</translation>
        </message>
        <message>
            <source>Points to label. A sample can be shared: assess any map with it.</source>
            <translation>Points à étiqueter. Un échantillon peut être partagé : évaluez avec lui n'importe quelle carte.</translation>
        </message>
        <message>
            <source>As needed: a standard error of 0.01 of overall accuracy.</source>
            <translation>Autant qu'il en faut : une erreur type de 0,01 sur l'exactitude globale.</translation>
        </message>
        <message>
            <source>Draw points at random in each class of the map, into a new file.</source>
            <translation>Tirer des points au hasard dans chaque classe de la carte, dans un nouveau fichier.</translation>
        </message>
        <message>
            <source>Say what is at each point, from images of two dates, blind to the map.</source>
            <translation>Dire ce qu'il y a à chaque point, d'après des images de deux dates, sans voir la carte.</translation>
        </message>
        <message>
            <source>Accuracy and corrected areas with their 95 % intervals.</source>
            <translation>Exactitude et surfaces corrigées avec leurs intervalles à 95 %.</translation>
        </message>
        <message>
            <source>site</source>
            <translation>site</translation>
        </message>
        <message>
            <source>commodity (table of sites)…</source>
            <translation>substance (table des sites)…</translation>
        </message>
        <message>
            <source>choose earlier sectors</source>
            <translation>choisir des secteurs antérieurs</translation>
        </message>
        <message>
            <source>polygons of {}</source>
            <translation>polygones de {}</translation>
        </message>
        <message>
            <source>The engine is counting.</source>
            <translation>Le moteur calcule.</translation>
        </message>
        <message>
            <source>Sum up areas</source>
            <translation>Totaliser les surfaces</translation>
        </message>
        <message>
            <source>The layer of the polygons is gone. Choose another one.</source>
            <translation>La couche des polygones n'existe plus. Choisissez-en une autre.</translation>
        </message>
        <message>
            <source>Choose the earlier sectors first: any polygon layer with a column 'class'.</source>
            <translation>Choisissez d'abord les secteurs antérieurs : toute couche de polygones avec une colonne « class ».</translation>
        </message>
        <message>
            <source>Table of sites</source>
            <translation>Table des sites</translation>
        </message>
        <message>
            <source>Compare with {}</source>
            <translation>Comparer avec {}</translation>
        </message>
        <message>
            <source>{}…</source>
            <translation>{}…</translation>
        </message>
        <message>
            <source>Overall accuracy {}; more in the Report dock.</source>
            <translation>Exactitude globale {} ; détails dans le panneau Rapport.</translation>
        </message>
        <message>
            <source>{union} of ground in all ({sum} before overlaps are counted once).</source>
            <translation>{union} de terrain en tout ({sum} avant que les superpositions soient comptées une seule fois).</translation>
        </message>
        <message>
            <source>{labelled} points used, {unlabelled} not labelled, {unknown} cannot be told.</source>
            <translation>{labelled} points utilisés, {unlabelled} non étiquetés, {unknown} indéterminables.</translation>
        </message>
        <message>
            <source>Below unit</source>
            <translation>Sous l'unité minimale</translation>
        </message>
        <message>
            <source>All classes</source>
            <translation>Toutes les classes</translation>
        </message>
        <message>
            <source>The file does not say what was observed: no sector does not mean no mine.</source>
            <translation>Le fichier n'indique pas ce qui a été observé : pas de secteur ne veut pas dire pas de mine.</translation>
        </message>
        <message>
            <source>new</source>
            <translation>nouveau</translation>
        </message>
        <message>
            <source>expanded</source>
            <translation>étendu</translation>
        </message>
        <message>
            <source>contracted</source>
            <translation>réduit</translation>
        </message>
        <message>
            <source>stable</source>
            <translation>stable</translation>
        </message>
        <message>
            <source>dormant</source>
            <translation>inactif</translation>
        </message>
        <message>
            <source>no longer mapped</source>
            <translation>plus cartographié</translation>
        </message>
        <message>
            <source>not observed</source>
            <translation>non observé</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Points</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Part</translation>
        </message>
        <message>
            <source>Two readers agree on {agreed} % of {checked} points.</source>
            <translation>Deux interprètes s'accordent sur {agreed} % de {checked} points.</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Groupe</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lieu</translation>
        </message>
        <message>
            <source>Mapped</source>
            <translation>Cartographié</translation>
        </message>
        <message>
            <source>{} was observed; outside of it nothing is known.</source>
            <translation>Observé : {} ; au-delà, on ne sait rien.</translation>
        </message>
        <message>
            <source>Expansion</source>
            <translation>Expansion</translation>
        </message>
        <message>
            <source>No longer mapped</source>
            <translation>Plus cartographié</translation>
        </message>
        <message>
            <source>Became another class</source>
            <translation>Passé à une autre classe</translation>
        </message>
        <message>
            <source>Not counted (within tolerance)</source>
            <translation>Non compté (dans la tolérance)</translation>
        </message>
        <message>
            <source>Not observed at one date</source>
            <translation>Non observé à l'une des dates</translation>
        </message>
        <message>
            <source>{} points drawn. Label them next: the window hides the map.</source>
            <translation>{} points tirés. Étiquetez-les maintenant : la fenêtre masque la carte.</translation>
        </message>
        <message>
            <source>{} ± {} %</source>
            <translation>{} ± {} %</translation>
        </message>
        <message>
            <source>no date</source>
            <translation>aucune date</translation>
        </message>
        <message>
            <source>User's</source>
            <translation>Utilisateur</translation>
        </message>
        <message>
            <source>Producer's</source>
            <translation>Producteur</translation>
        </message>
        <message>
            <source>Corrected area</source>
            <translation>Surface corrigée</translation>
        </message>
        <message>
            <source>{} %</source>
            <translation>{} %</translation>
        </message>
        <message>
            <source>{} more rows are in the table.</source>
            <translation>{} autres lignes figurent dans la table.</translation>
        </message>
        <message>
            <source>all</source>
            <translation>tout</translation>
        </message>
        <message>
            <source>{} of the sectors lie outside.</source>
            <translation>{} des secteurs se trouvent en dehors.</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Taux</translation>
        </message>
        <message>
            <source>{} % a year</source>
            <translation>{} % par an</translation>
        </message>
        <message>
            <source>Overall accuracy {}</source>
            <translation>Exactitude globale {}</translation>
        </message>
        <message>
            <source>&amp;Write report</source>
            <translation>Éc&amp;rire le rapport</translation>
        </message>
        <message>
            <source>&amp;Write report on {}, replacing the file</source>
            <translation>Éc&amp;rire le rapport sur {} en remplaçant le fichier</translation>
        </message>
        <message>
            <source>&amp;Write report on {}</source>
            <translation>Éc&amp;rire le rapport sur {}</translation>
        </message>
        <message>
            <source>&amp;Export GeoJSON</source>
            <translation>&amp;Exporter en GeoJSON</translation>
        </message>
        <message>
            <source>&amp;Export {} as GeoJSON</source>
            <translation>&amp;Exporter {} en GeoJSON</translation>
        </message>
        <message>
            <source>&amp;Export {} as GeoJSON, replacing the file</source>
            <translation>&amp;Exporter {} en GeoJSON en remplaçant le fichier</translation>
        </message>
        <message>
            <source>Write report: {}</source>
            <translation>Écrire le rapport : {}</translation>
        </message>
        <message>
            <source>Figures of 'Assess accuracy' (*.json)</source>
            <translation>Valeurs de « Évaluer l'exactitude » (*.json)</translation>
        </message>
        <message>
            <source>What 'Assess accuracy' wrote; gives the areas their intervals.</source>
            <translation>Ce qu'a écrit « Évaluer l'exactitude » ; donne aux surfaces leurs intervalles.</translation>
        </message>
        <message>
            <source>Web pages (*.html)</source>
            <translation>Pages web (*.html)</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>Fichiers PDF (*.pdf)</translation>
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
            <source>Report on sites (web page)</source>
            <translation>Rapport sur les sites (page web)</translation>
        </message>
        <message>
            <source>Maps, areas, change and method; needs no other file</source>
            <translation>Cartes, surfaces, changement et méthode ; n'a besoin d'aucun autre fichier</translation>
        </message>
        <message>
            <source>Report on sites (PDF)</source>
            <translation>Rapport sur les sites (PDF)</translation>
        </message>
        <message>
            <source>The same on A4; screen readers are better served by the web page</source>
            <translation>La même chose en A4 ; la page web convient mieux aux lecteurs d'écran</translation>
        </message>
        <message>
            <source>exact outlines</source>
            <translation>contours exacts</translation>
        </message>
        <message>
            <source>exact outlines, artisanal sites in cells</source>
            <translation>contours exacts, sites artisanaux en cellules</translation>
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
            <source>none: no change</source>
            <translation>aucun : pas de changement</translation>
        </message>
        <message>
            <source>none: plain maps</source>
            <translation>aucune : cartes sans image</translation>
        </message>
        <message>
            <source>Exporting…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>&amp;Export</source>
            <translation>&amp;Exporter</translation>
        </message>
        <message>
            <source>Preview of the report</source>
            <translation>Aperçu du rapport</translation>
        </message>
        <message>
            <source>&amp;Open in the browser</source>
            <translation>&amp;Ouvrir dans le navigateur</translation>
        </message>
        <message>
            <source>Pages; the page in the browser can be read by a screen reader</source>
            <translation>Pages ; un lecteur d'écran peut lire la page dans le navigateur</translation>
        </message>
        <message>
            <source>1 page</source>
            <translation>1 page</translation>
        </message>
        <message>
            <source>{} pages</source>
            <translation>{} pages</translation>
        </message>
        <message>
            <source>the first {shown} of {count} pages</source>
            <translation>les {shown} premières pages sur {count}</translation>
        </message>
        <message>
            <source>Page {}</source>
            <translation>Page {}</translation>
        </message>
        <message>
            <source>{sites} sites, {sectors} written to {file}.</source>
            <translation>{sites} sites, {sectors} ; écrit dans {file}.</translation>
        </message>
        <message>
            <source>{sectors} written to {file}.</source>
            <translation>Export : {sectors} dans {file}.</translation>
        </message>
        <message>
            <source>Left out: {}.</source>
            <translation>Exclus : {}.</translation>
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
            <source>What people have deleted in this image, the last first. Nothing of it is lost.</source>
            <translation>Ce que des personnes ont supprimé dans cette image, le plus récent d'abord. Rien n'en est perdu.</translation>
        </message>
        <message>
            <source>Deleted sectors</source>
            <translation>Secteurs supprimés</translation>
        </message>
        <message>
            <source>Nobody has deleted a sector of this image. Drafts that a new run replaced are not listed.</source>
            <translation>Personne n'a supprimé de secteur de cette image. Les brouillons remplacés par une nouvelle exécution ne sont pas listés.</translation>
        </message>
        <message>
            <source>&amp;Bring it back</source>
            <translation>&amp;Rétablir</translation>
        </message>
        <message>
            <source>&amp;History</source>
            <translation>&amp;Historique</translation>
        </message>
        <message>
            <source>Bring a sector back</source>
            <translation>Rétablir un secteur</translation>
        </message>
        <message>
            <source>The log belongs to a project file. Open one first.</source>
            <translation>Le journal appartient à un fichier de projet. Ouvrez-en un d'abord.</translation>
        </message>
        <message>
            <source>{what}, deleted by {who}, {when} UTC</source>
            <translation>{what}, supprimé par {who}, {when} UTC</translation>
        </message>
        <message>
            <source>{} is back and wants a review. Z takes it back.</source>
            <translation>{} est rétabli et doit être vérifié. Z l'annule.</translation>
        </message>
        <message>
            <source>Area: {}</source>
            <translation>Surface : {}</translation>
        </message>
        <message>
            <source>It was: {}</source>
            <translation>C'était : {}</translation>
        </message>
        <message>
            <source>What the &amp;fields mean…</source>
            <translation>Signification des &amp;champs…</translation>
        </message>
        <message>
            <source>Read as you said: {}</source>
            <translation>Lu comme vous l'avez indiqué : {}</translation>
        </message>
        <message>
            <source>Read as last time: {}</source>
            <translation>Lu comme la dernière fois : {}</translation>
        </message>
        <message>
            <source>Read as its fields are called: {}</source>
            <translation>Lu d'après le nom de ses champs : {}</translation>
        </message>
        <message>
            <source>What the fields mean</source>
            <translation>Signification des champs</translation>
        </message>
        <message>
            <source>No class; to be given later</source>
            <translation>Aucune classe ; à attribuer plus tard</translation>
        </message>
        <message>
            <source>&amp;Look into the file</source>
            <translation>&amp;Examiner le fichier</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Couche</translation>
        </message>
        <message>
            <source>Without a class</source>
            <translation>Sans classe</translation>
        </message>
        <message>
            <source>(nothing)</source>
            <translation>(rien)</translation>
        </message>
        <message>
            <source>No field tells the class: all features get the one below.</source>
            <translation>Aucun champ n'indique la classe : toutes les entités reçoivent celle ci-dessous.</translation>
        </message>
        <message>
            <source>What the values of '{}' mean</source>
            <translation>Signification des valeurs de « {} »</translation>
        </message>
        <message>
            <source>{file} is no file that says itself what its fields mean (polygons: {count}). Say it once; layers with the same fields are read the same way next time.</source>
            <translation>{file} n'indique pas lui-même ce que signifient ses champs (polygones : {count}). Dites-le une fois ; les couches aux mêmes champs seront lues de la même façon la prochaine fois.</translation>
        </message>
        <message>
            <source>'{name}' has {count} values: is it the class? The commonest are</source>
            <translation>« {name} » a {count} valeurs : est-ce la classe ? Les plus fréquentes sont</translation>
        </message>
        <message>
            <source>{} (empty)</source>
            <translation>{} (vide)</translation>
        </message>
        <message>
            <source>What the last run would change where people have worked: take or refuse each</source>
            <translation>Ce que la dernière exécution changerait là où des personnes ont travaillé : acceptez ou refusez chaque proposition</translation>
        </message>
        <message>
            <source>{} of the last run</source>
            <translation>{} de la dernière exécution</translation>
        </message>
        <message>
            <source>Proposals</source>
            <translation>Propositions</translation>
        </message>
        <message>
            <source>Class of the proposals shown</source>
            <translation>Classe des propositions affichées</translation>
        </message>
        <message>
            <source>Why, in a few words (optional; kept in the log)</source>
            <translation>Pourquoi, en quelques mots (facultatif ; conservé dans le journal)</translation>
        </message>
        <message>
            <source>Reason of the decision</source>
            <translation>Motif de la décision</translation>
        </message>
        <message>
            <source>IoU</source>
            <translation>IoU</translation>
        </message>
        <message>
            <source>&amp;Take (T)</source>
            <translation>Accep&amp;ter (T)</translation>
        </message>
        <message>
            <source>&amp;Refuse (R)</source>
            <translation>&amp;Refuser (R)</translation>
        </message>
        <message>
            <source>Take all {}</source>
            <translation>Tout accepter : {}</translation>
        </message>
        <message>
            <source>Refuse all {}</source>
            <translation>Tout refuser : {}</translation>
        </message>
        <message>
            <source>&amp;Take {} (T)</source>
            <translation>Accep&amp;ter {} (T)</translation>
        </message>
        <message>
            <source>&amp;Refuse {} (R)</source>
            <translation>&amp;Refuser {} (R)</translation>
        </message>
        <message>
            <source>1 proposal</source>
            <translation>1 proposition</translation>
        </message>
        <message>
            <source>Taking makes it a sector of yours that wants a review; refusing rejects the draft and keeps it.</source>
            <translation>Accepter en fait un de vos secteurs, à vérifier ; refuser rejette le brouillon et le conserve.</translation>
        </message>
        <message>
            <source>Taking rejects the sector and keeps it in the file; refusing leaves it as it is.</source>
            <translation>Accepter rejette le secteur et le conserve dans le fichier ; refuser le laisse tel quel.</translation>
        </message>
        <message>
            <source>Taking keeps the sector's identity and asks for a new review; refusing leaves it as it is.</source>
            <translation>Accepter garde l'identité du secteur et demande une nouvelle vérification ; refuser le laisse tel quel.</translation>
        </message>
        <message>
            <source>{name} ({state}): the new run sees another class, {classes}.</source>
            <translation>{name} ({state}) : la nouvelle exécution voit une autre classe, {classes}.</translation>
        </message>
        <message>
            <source>Additions</source>
            <translation>Ajouts</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Modifications</translation>
        </message>
        <message>
            <source>Disappearances</source>
            <translation>Disparitions</translation>
        </message>
        <message>
            <source>{} proposals</source>
            <translation>{} propositions</translation>
        </message>
        <message>
            <source>{}: outline</source>
            <translation>{} : contour</translation>
        </message>
        <message>
            <source>{name} ({state}): the new run draws another outline.</source>
            <translation>{name} ({state}) : la nouvelle exécution trace un autre contour.</translation>
        </message>
        <message>
            <source>The new run has found a sector where people have mapped none: {}.</source>
            <translation>La nouvelle exécution a trouvé un secteur là où personne n'en a cartographié : {}.</translation>
        </message>
        <message>
            <source>The outlines share {:.0f} % of their ground (IoU {:.2f}).</source>
            <translation>Les contours ont {:.0f} % de leur terrain en commun (IoU {:.2f}).</translation>
        </message>
        <message>
            <source>Mean score of the run: {:.0f} %</source>
            <translation>Score moyen de l'exécution : {:.0f} %</translation>
        </message>
        <message>
            <source>{name} ({state}): the new run finds next to nothing of it.</source>
            <translation>{name} ({state}) : la nouvelle exécution n'en retrouve presque rien.</translation>
        </message>
        <message>
            <source>No proposals are open. What people have worked on and what the last run found are settled.</source>
            <translation>Aucune proposition en attente. Le travail des personnes et les résultats de la dernière exécution sont conciliés.</translation>
        </message>
        <message>
            <source>Take {}</source>
            <translation>Accepter {}</translation>
        </message>
        <message>
            <source>Refuse {}</source>
            <translation>Refuser {}</translation>
        </message>
        <message>
            <source>{} taken. Z takes it back.</source>
            <translation>Accepté : {}. Z l'annule.</translation>
        </message>
        <message>
            <source>{} refused. Z takes it back.</source>
            <translation>Refusé : {}. Z l'annule.</translation>
        </message>
        <message>
            <source>Proposals belong to the sectors of a project file. Open one first.</source>
            <translation>Les propositions appartiennent aux secteurs d'un fichier de projet. Ouvrez-en un d'abord.</translation>
        </message>
        <message>
            <source>{}: what the last run would change where people have worked. Nothing is changed until you take it.</source>
            <translation>{} : ce que la dernière exécution changerait là où des personnes ont travaillé. Rien ne change tant que vous ne l'acceptez pas.</translation>
        </message>
        <message>
            <source>On the map: dashed is the shape now, full is the one proposed.</source>
            <translation>Sur la carte : en tirets la forme actuelle, en trait plein celle qui est proposée.</translation>
        </message>
        <message>
            <source>Done again.</source>
            <translation>Rétabli.</translation>
        </message>
        <message>
            <source>Left open, because the sector was changed since the run: {}.</source>
            <translation>Laissé en attente, car le secteur a été modifié depuis l'exécution : {}.</translation>
        </message>
        <message>
            <source>Fix (V)</source>
            <translation>Corriger (V)</translation>
        </message>
        <message>
            <source>Search name, site, comment ( / )</source>
            <translation>Rechercher nom, site, commentaire ( / )</translation>
        </message>
        <message>
            <source>Search in the list of sectors</source>
            <translation>Rechercher dans la liste des secteurs</translation>
        </message>
        <message>
            <source>Sort again: what needs you most comes first, what was skipped last</source>
            <translation>Trier à nouveau : d'abord ce qui a le plus besoin de vous, à la fin ce qui a été passé</translation>
        </message>
        <message>
            <source>Sort by what needs you most</source>
            <translation>Trier selon le besoin d'attention</translation>
        </message>
        <message>
            <source>Progress of the review</source>
            <translation>Avancement de la vérification</translation>
        </message>
        <message>
            <source>The class is right, the outline is not: go close to the sector and redraw its border (V)</source>
            <translation>La classe est juste, le contour non : approchez-vous du secteur et retracez sa limite (V)</translation>
        </message>
        <message>
            <source>Put the sector off until all others are decided (K)</source>
            <translation>Reporter le secteur jusqu'à ce que tous les autres soient décidés (K)</translation>
        </message>
        <message>
            <source>Comment (C); Enter saves it</source>
            <translation>Commentaire (C) ; Entrée l'enregistre</translation>
        </message>
        <message>
            <source>Comment of the selected sectors</source>
            <translation>Commentaire des secteurs sélectionnés</translation>
        </message>
        <message>
            <source>Of 100: how unsure the model is (45), how far the last map contradicts it (25), signs of a look-alike such as an unusual size or an earlier rejection (15), and its area (15)</source>
            <translation>Sur 100 : l'hésitation du modèle (45), le désaccord avec la dernière carte (25), les indices de confusion, comme une taille inhabituelle ou un rejet antérieur (15), et la surface (15)</translation>
        </message>
        <message>
            <source>S&amp;kip</source>
            <translation>&amp;Passer</translation>
        </message>
        <message>
            <source>{done} of {total} decided</source>
            <translation>{done} sur {total} décidés</translation>
        </message>
        <message>
            <source>{} get the same comment</source>
            <translation>{} reçoivent le même commentaire</translation>
        </message>
        <message>
            <source>{} skipped</source>
            <translation>{} passés</translation>
        </message>
        <message>
            <source>QGIS ended unexpectedly while {name} was open. Every edit up to {when} UTC ({who}) is saved.</source>
            <translation>QGIS s'est arrêté de façon inattendue alors que {name} était ouvert. Toutes les modifications jusqu'à {when} UTC ({who}) sont enregistrées.</translation>
        </message>
        <message>
            <source>Go on with it</source>
            <translation>Continuer avec ce fichier</translation>
        </message>
        <message>
            <source>QGIS ended unexpectedly while {} was open.</source>
            <translation>QGIS s'est arrêté de façon inattendue alors que {} était ouvert.</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>inconnu</translation>
        </message>
        <message>
            <source>Detecting mining sectors…</source>
            <translation>Détection des secteurs miniers…</translation>
        </message>
        <message>
            <source>Scenes found</source>
            <translation>Scènes trouvées</translation>
        </message>
        <message>
            <source>Reading its metadata…</source>
            <translation>Lecture de ses métadonnées…</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Chargement…</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was written.</source>
            <translation>Annulé. Rien n'a été écrit.</translation>
        </message>
        <message>
            <source>Choose a product or a scene first.</source>
            <translation>Choisissez d'abord un produit ou une scène.</translation>
        </message>
        <message>
            <source>Choose whether the offset has been applied already; the form says why.</source>
            <translation>Indiquez si le décalage a déjà été appliqué ; le formulaire dit pourquoi.</translation>
        </message>
        <message>
            <source>What has come is kept for a day: load it again, and it goes on there.</source>
            <translation>Ce qui a été reçu est conservé un jour : rechargez-le, et le chargement reprendra là.</translation>
        </message>
        <message>
            <source>{} scenes</source>
            <translation>{} scènes</translation>
        </message>
        <message>
            <source>Load {}</source>
            <translation>Charger {}</translation>
        </message>
        <message>
            <source>{} is open in this project. Choose another file.</source>
            <translation>{} est ouvert dans ce projet. Choisissez un autre fichier.</translation>
        </message>
        <message>
            <source>GeoTIFF (*.tif)</source>
            <translation>GeoTIFF (*.tif)</translation>
        </message>
        <message>
            <source>The whole product</source>
            <translation>Tout le produit</translation>
        </message>
        <message>
            <source>As stored (for models and indices)</source>
            <translation>Telles quelles (pour modèles et indices)</translation>
        </message>
        <message>
            <source>Reflectance, 0 to 1</source>
            <translation>Réflectance, 0 à 1</translation>
        </message>
        <message>
            <source>True colour, 8 bit</source>
            <translation>Couleurs vraies, 8 bits</translation>
        </message>
        <message>
            <source>The product's own true colour</source>
            <translation>Les couleurs vraies du produit</translation>
        </message>
        <message>
            <source>The first one on top</source>
            <translation>La première au-dessus</translation>
        </message>
        <message>
            <source>The clearest one on top</source>
            <translation>La plus dégagée au-dessus</translation>
        </message>
        <message>
            <source>The median of each pixel</source>
            <translation>La médiane de chaque pixel</translation>
        </message>
        <message>
            <source>Decide from metadata and pixels</source>
            <translation>Décider d'après les métadonnées et les pixels</translation>
        </message>
        <message>
            <source>Still to be added</source>
            <translation>Encore à ajouter</translation>
        </message>
        <message>
            <source>Applied already</source>
            <translation>Déjà appliqué</translation>
        </message>
        <message>
            <source>There is none</source>
            <translation>Il n'y en a pas</translation>
        </message>
        <message>
            <source>Clouds</source>
            <translation>Nuages</translation>
        </message>
        <message>
            <source>Cloud shadows</source>
            <translation>Ombres des nuages</translation>
        </message>
        <message>
            <source>Thin cirrus</source>
            <translation>Cirrus fins</translation>
        </message>
        <message>
            <source>Saturated pixels</source>
            <translation>Pixels saturés</translation>
        </message>
        <message>
            <source>Snow and ice</source>
            <translation>Neige et glace</translation>
        </message>
        <message>
            <source>{} m</source>
            <translation>{} m</translation>
        </message>
        <message>
            <source>Move the map to the place, then search.</source>
            <translation>Déplacez la carte vers le lieu, puis recherchez.</translation>
        </message>
        <message>
            <source>&amp;Load…</source>
            <translation>C&amp;harger…</translation>
        </message>
        <message>
            <source>Choose one scene, or several for a mosaic or a median.</source>
            <translation>Choisissez une scène, ou plusieurs pour une mosaïque ou une médiane.</translation>
        </message>
        <message>
            <source>&amp;Load {} scenes…</source>
            <translation>C&amp;harger {} scènes…</translation>
        </message>
        <message>
            <source>No scene matches. Allow more cloud or a longer time, or move the map.</source>
            <translation>Aucune scène ne correspond. Autorisez plus de nuages ou une période plus longue, ou déplacez la carte.</translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation>Recherche…</translation>
        </message>
        <message>
            <source>1 scene. Double-click it to load what the map shows.</source>
            <translation>1 scène. Double-cliquez dessus pour charger ce que montre la carte.</translation>
        </message>
        <message>
            <source>Set up the engine first; it asks the catalogues.</source>
            <translation>Installez d'abord le moteur ; c'est lui qui interroge les catalogues.</translation>
        </message>
        <message>
            <source>Looking how clear it is here: {done} of {total}</source>
            <translation>Examen de la part dégagée ici : {done} sur {total}</translation>
        </message>
        <message>
            <source>The newest {shown} of {matched} scenes. Double-click one to load what the map shows.</source>
            <translation>Les {shown} scènes les plus récentes sur {matched}. Double-cliquez sur l'une d'elles pour charger ce que montre la carte.</translation>
        </message>
        <message>
            <source>{} scenes. Double-click one to load what the map shows.</source>
            <translation>{} scènes. Double-cliquez sur l'une d'elles pour charger ce que montre la carte.</translation>
        </message>
        <message>
            <source>shadow</source>
            <translation>ombre</translation>
        </message>
        <message>
            <source>cirrus</source>
            <translation>cirrus</translation>
        </message>
        <message>
            <source>snow</source>
            <translation>neige</translation>
        </message>
        <message>
            <source>saturated</source>
            <translation>saturé</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>exclu</translation>
        </message>
        <message>
            <source>outside</source>
            <translation>en dehors</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Cloud</source>
            <translation>Nuages</translation>
        </message>
        <message>
            <source>Covers</source>
            <translation>Couvre</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Dégagé</translation>
        </message>
        <message>
            <source>Tile</source>
            <translation>Tuile</translation>
        </message>
        <message>
            <source>When the scene was taken</source>
            <translation>Quand la scène a été prise</translation>
        </message>
        <message>
            <source>Of the whole scene, as the catalogue states it</source>
            <translation>De toute la scène, selon le catalogue</translation>
        </message>
        <message>
            <source>How much of the place the scene covers</source>
            <translation>Quelle part du lieu la scène couvre</translation>
        </message>
        <message>
            <source>How much of the place is neither cloud, shadow, cirrus nor missing, read from the scene</source>
            <translation>Quelle part du lieu est sans nuage, ombre, cirrus ni pixel manquant, lue dans la scène</translation>
        </message>
        <message>
            <source>The tile of Sentinel-2's grid, and the satellite</source>
            <translation>La tuile de la grille de Sentinel-2, et le satellite</translation>
        </message>
        <message>
            <source>Processing baseline {}</source>
            <translation>Version de traitement {}</translation>
        </message>
        <message>
            <source>Clear here: {}</source>
            <translation>Dégagé ici : {}</translation>
        </message>
        <message>
            <source>reflectance (no offset)</source>
            <translation>réflectance (sans décalage)</translation>
        </message>
        <message>
            <source>The offset has been applied already; nothing is added.</source>
            <translation>Le décalage a déjà été appliqué ; rien n'est ajouté.</translation>
        </message>
        <message>
            <source>These numbers have no offset.</source>
            <translation>Ces valeurs n'ont pas de décalage.</translation>
        </message>
        <message>
            <source>true colour of 8 bits</source>
            <translation>couleurs vraies sur 8 bits</translation>
        </message>
        <message>
            <source>the product's own true colour</source>
            <translation>les couleurs vraies du produit</translation>
        </message>
        <message>
            <source>reflectance (offset was applied before)</source>
            <translation>réflectance (décalage déjà appliqué)</translation>
        </message>
        <message>
            <source>The offset of {} still has to be added; that is done while loading.</source>
            <translation>Le décalage de {} doit encore être ajouté ; cela se fait au chargement.</translation>
        </message>
        <message>
            <source>Neither the metadata nor the pixels say for sure whether the offset of {} has been applied. Choose below.</source>
            <translation>Ni les métadonnées ni les pixels n'indiquent avec certitude si le décalage de {} a été appliqué. Choisissez ci-dessous.</translation>
        </message>
        <message>
            <source>reflectance (offset {} applied)</source>
            <translation>réflectance (décalage {} appliqué)</translation>
        </message>
        <message>
            <source>tile {}</source>
            <translation>tuile {}</translation>
        </message>
        <message>
            <source>baseline {}</source>
            <translation>version de traitement {}</translation>
        </message>
        <message>
            <source>{} cloud in the whole scene</source>
            <translation>{} de nuages dans toute la scène</translation>
        </message>
        <message>
            <source>Bands: {}</source>
            <translation>Bandes : {}</translation>
        </message>
        <message>
            <source>and {} more</source>
            <translation>et {} de plus</translation>
        </message>
        <message>
            <source>{} cloud</source>
            <translation>{} de nuages</translation>
        </message>
        <message>
            <source>{} clear here</source>
            <translation>{} dégagés ici</translation>
        </message>
        <message>
            <source>Set up the engine of Mining Monitor</source>
            <translation>Installer le moteur de Mining Monitor</translation>
        </message>
        <message>
            <source>Clashes</source>
            <translation>Conflits</translation>
        </message>
        <message>
            <source>&amp;Both: theirs, the other as comment</source>
            <translation>&amp;Les deux : l'autre, et la mienne en commentaire</translation>
        </message>
        <message>
            <source>The sector stays as it is; what the other one wanted goes into its comment</source>
            <translation>Le secteur reste tel quel ; ce que voulait l'autre version va dans son commentaire</translation>
        </message>
        <message>
            <source>On the map: dashed is theirs (as it is now), full is mine.</source>
            <translation>Sur la carte : en tirets l'autre forme (l'actuelle), en trait plein la mienne.</translation>
        </message>
        <message>
            <source>Your edit is written. Z takes it back.</source>
            <translation>Votre modification est écrite. Z l'annule.</translation>
        </message>
        <message>
            <source>The sector stays as they left it. Your edit stays in the list of clashes of the project.</source>
            <translation>Le secteur reste tel que l'autre personne l'a laissé. Votre modification reste dans la liste des conflits du projet.</translation>
        </message>
        <message>
            <source>The sector stays as they left it; its comment says what you wanted.</source>
            <translation>Le secteur reste tel que l'autre personne l'a laissé ; son commentaire dit ce que vous vouliez.</translation>
        </message>
        <message>
            <source>Theirs: deleted.</source>
            <translation>L'autre : supprimé.</translation>
        </message>
        <message>
            <source>Mine: deleted.</source>
            <translation>La mienne : supprimé.</translation>
        </message>
        <message>
            <source>Edit that waits</source>
            <translation>Modification en attente</translation>
        </message>
        <message>
            <source>Edits of this shared project wait for a choice: see More, Clashes.</source>
            <translation>Des modifications de ce projet partagé attendent un choix : voir Plus, Conflits.</translation>
        </message>
        <message>
            <source>Clashes happen in shared projects only. Nobody else can change this one.</source>
            <translation>Il n'y a de conflits que dans les projets partagés. Personne d'autre ne peut modifier celui-ci.</translation>
        </message>
        <message>
            <source>Somebody else was faster. Nothing was overwritten: choose what is right, with both on the map.</source>
            <translation>Quelqu'un d'autre a été plus rapide. Rien n'a été écrasé : choisissez ce qui est correct, avec les deux versions sur la carte.</translation>
        </message>
        <message>
            <source>Keep &amp;mine</source>
            <translation>Garder la &amp;mienne</translation>
        </message>
        <message>
            <source>Keep &amp;theirs</source>
            <translation>Garder l'&amp;autre</translation>
        </message>
        <message>
            <source>{name}: {who} changed it on {when} UTC.</source>
            <translation>{name} : {who} l'a modifié le {when} UTC.</translation>
        </message>
        <message>
            <source>No edit waits.</source>
            <translation>Aucune modification en attente.</translation>
        </message>
        <message>
            <source>Shape: mine {mine}, theirs {theirs}</source>
            <translation>Forme : la mienne {mine}, l'autre {theirs}</translation>
        </message>
        <message>
            <source>The edit changes {} more, which nobody else has touched.</source>
            <translation>La modification change en outre {}, que personne d'autre n'a touché.</translation>
        </message>
        <message>
            <source>{field}: mine {mine}, theirs {theirs}</source>
            <translation>{field} : le mien {mine}, l'autre {theirs}</translation>
        </message>
        <message>
            <source>&amp;Work with others…</source>
            <translation>&amp;Travailler à plusieurs…</translation>
        </message>
        <message>
            <source>Open a shared project, or share this one</source>
            <translation>Ouvrir un projet partagé, ou partager celui-ci</translation>
        </message>
        <message>
            <source>C&amp;lashes</source>
            <translation>Con&amp;flits</translation>
        </message>
        <message>
            <source>Edits that wait because somebody else was faster</source>
            <translation>Modifications en attente parce que quelqu'un d'autre a été plus rapide</translation>
        </message>
        <message>
            <source>&amp;Second opinion…</source>
            <translation>Deu&amp;xième avis…</translation>
        </message>
        <message>
            <source>Draw a blind sample, and compare two analysts</source>
            <translation>Tirer un échantillon à l'aveugle et comparer deux analystes</translation>
        </message>
        <message>
            <source>Second opinion</source>
            <translation>Deuxième avis</translation>
        </message>
        <message>
            <source>&amp;Draw a sample…</source>
            <translation>&amp;Tirer un échantillon…</translation>
        </message>
        <message>
            <source>&amp;Compare with a finished sample…</source>
            <translation>&amp;Comparer avec un échantillon terminé…</translation>
        </message>
        <message>
            <source>The same number draws the same squares</source>
            <translation>Le même nombre tire les mêmes carrés</translation>
        </message>
        <message>
            <source>S&amp;quares</source>
            <translation>C&amp;arrés</translation>
        </message>
        <message>
            <source>S&amp;ide</source>
            <translation>Cô&amp;té</translation>
        </message>
        <message>
            <source>See&amp;d</source>
            <translation>&amp;Graine</translation>
        </message>
        <message>
            <source>Draw squares by lot and give the file to a second analyst: it holds the squares and no sectors, so nobody sees your classes. When it comes back, compare both.</source>
            <translation>Tirez des carrés au sort et donnez le fichier à un deuxième analyste : il contient les carrés et aucun secteur, personne ne voit donc vos classes. À son retour, comparez les deux.</translation>
        </message>
        <message>
            <source>File for the second analyst</source>
            <translation>Fichier pour le deuxième analyste</translation>
        </message>
        <message>
            <source>On the map: dashed is your shape, full is theirs.</source>
            <translation>Sur la carte : en tirets votre forme, en trait plein celle de l'autre analyste.</translation>
        </message>
        <message>
            <source>Yours → theirs</source>
            <translation>Vous → l'autre analyste</translation>
        </message>
        <message>
            <source>There is no project file yet. Of a shared project, take a copy first.</source>
            <translation>Il n'y a pas encore de fichier de projet. Pour un projet partagé, faites d'abord une copie.</translation>
        </message>
        <message>
            <source>Draw a sample</source>
            <translation>Tirer un échantillon</translation>
        </message>
        <message>
            <source>Finished sample</source>
            <translation>Échantillon terminé</translation>
        </message>
        <message>
            <source>Compare two analysts</source>
            <translation>Comparer deux analystes</translation>
        </message>
        <message>
            <source>&amp;Theirs is right</source>
            <translation>&amp;L'autre a raison</translation>
        </message>
        <message>
            <source>&amp;Yours is right</source>
            <translation>&amp;Vous avez raison</translation>
        </message>
        <message>
            <source>{} of {} squares were drawn ({}). Give {} to the second analyst: whoever opens it sees the squares in the layer 'Observed', and no sectors.</source>
            <translation>{} carrés sur {} ont été tirés ({}). Donnez {} au deuxième analyste : qui l'ouvre voit les carrés dans la couche « Observé », et aucun secteur.</translation>
        </message>
        <message>
            <source>Yours: {}</source>
            <translation>Vous : {}</translation>
        </message>
        <message>
            <source>Theirs: {}</source>
            <translation>L'autre : {}</translation>
        </message>
        <message>
            <source>Ground in question: {}</source>
            <translation>Terrain en question : {}</translation>
        </message>
        <message>
            <source>Kappa is not defined: both see one class only.</source>
            <translation>Kappa n'est pas défini : les deux ne voient qu'une seule classe.</translation>
        </message>
        <message>
            <source>That is good agreement.</source>
            <translation>C'est un bon accord.</translation>
        </message>
        <message>
            <source>Talk the differences over.</source>
            <translation>Discutez des divergences.</translation>
        </message>
        <message>
            <source>That is not enough: a third person should decide.</source>
            <translation>C'est insuffisant : une troisième personne devrait trancher.</translation>
        </message>
        <message>
            <source>Decided: yours.</source>
            <translation>Décidé : votre version.</translation>
        </message>
        <message>
            <source>Decided: theirs.</source>
            <translation>Décidé : celle de l'autre.</translation>
        </message>
        <message>
            <source>Kappa {} (95 %: {} to {}).</source>
            <translation>Kappa {} (95 % : {} à {}).</translation>
        </message>
        <message>
            <source>Pieces of ground with different classes: {}.</source>
            <translation>Portions de terrain de classes différentes : {}.</translation>
        </message>
        <message>
            <source>Matched sectors share {} of their ground.</source>
            <translation>Les secteurs appariés ont {} de leur terrain en commun.</translation>
        </message>
        <message>
            <source>Borders are {} m apart on average.</source>
            <translation>Les limites sont distantes de {} m en moyenne.</translation>
        </message>
        <message>
            <source>Work with others</source>
            <translation>Travailler à plusieurs</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Connexion</translation>
        </message>
        <message>
            <source>Small letters, digits and _; it becomes a schema of the database</source>
            <translation>Minuscules, chiffres et _ ; devient un schéma de la base de données</translation>
        </message>
        <message>
            <source>for example anna, bert</source>
            <translation>par exemple anne, bernard</translation>
        </message>
        <message>
            <source>Users of the database who may edit, with commas between them</source>
            <translation>Utilisateurs de la base de données autorisés à modifier, séparés par des virgules</translation>
        </message>
        <message>
            <source>&amp;Copy into a project file…</source>
            <translation>&amp;Copier dans un fichier de projet…</translation>
        </message>
        <message>
            <source>For reports, history and checks; the copy has the whole log</source>
            <translation>Pour les rapports, l'historique et les contrôles ; la copie a le journal complet</translation>
        </message>
        <message>
            <source>Share this project &amp;as</source>
            <translation>P&amp;artager ce projet sous</translation>
        </message>
        <message>
            <source>&amp;With</source>
            <translation>A&amp;vec</translation>
        </message>
        <message>
            <source>The database does not answer.</source>
            <translation>La base de données ne répond pas.</translation>
        </message>
        <message>
            <source>Open what others share, or share this project. Every edit is in the database at once, with its log.</source>
            <translation>Ouvrez ce que d'autres partagent, ou partagez ce projet. Chaque modification est aussitôt dans la base de données, avec son journal.</translation>
        </message>
        <message>
            <source>Copy into a project file</source>
            <translation>Copier dans un fichier de projet</translation>
        </message>
        <message>
            <source>Shared project</source>
            <translation>Projet partagé</translation>
        </message>
        <message>
            <source>QGIS knows no PostgreSQL database yet. Add one in the Browser panel: PostgreSQL, New Connection. Keep the password in an authentication configuration, then it is in no project file.</source>
            <translation>QGIS ne connaît encore aucune base de données PostgreSQL. Ajoutez-en une dans le panneau Explorateur : PostgreSQL, Nouvelle connexion. Gardez le mot de passe dans une configuration d'authentification ; ainsi, il n'est dans aucun fichier de projet.</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>&amp;Ouvrir</translation>
        </message>
        <message>
            <source>&amp;Share this project</source>
            <translation>&amp;Partager ce projet</translation>
        </message>
        <message>
            <source>Share {}</source>
            <translation>Partager {}</translation>
        </message>
        <message>
            <source>Copy {}</source>
            <translation>Copier {}</translation>
        </message>
        <message>
            <source>{} are shared as '{}'. Edit the shared layers from now on; the file stays as it was.</source>
            <translation>{} sont partagés sous le nom « {} ». Modifiez désormais les couches partagées ; le fichier reste tel qu'il était.</translation>
        </message>
        <message>
            <source>{} is a copy of the shared project as it was at this moment.</source>
            <translation>{} est une copie du projet partagé tel qu'il était à cet instant.</translation>
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
            <source>Detection</source>
            <translation>Détection</translation>
        </message>
        <message>
            <source>Annotation</source>
            <translation>Annotation</translation>
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
        <name>NumbersPanel</name>
        <message>
            <source>Numbers</source>
            <translation>Chiffres</translation>
        </message>
        <message>
            <source>Areas &amp;by</source>
            <translation>Surfaces &amp;par</translation>
        </message>
        <message>
            <source>S&amp;um up</source>
            <translation>&amp;Totaliser</translation>
        </message>
        <message>
            <source>Change si&amp;nce</source>
            <translation>Changement &amp;depuis</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Comparer</translation>
        </message>
        <message>
            <source>Sam&amp;ple</source>
            <translation>Écha&amp;ntillon</translation>
        </message>
        <message>
            <source>P&amp;oints</source>
            <translation>P&amp;oints</translation>
        </message>
        <message>
            <source>as needed</source>
            <translation>autant qu'il en faut</translation>
        </message>
        <message>
            <source>&amp;Draw</source>
            <translation>Ti&amp;rer</translation>
        </message>
        <message>
            <source>Labe&amp;l points…</source>
            <translation>Éti&amp;queter les points…</translation>
        </message>
        <message>
            <source>&amp;Assess</source>
            <translation>É&amp;valuer</translation>
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
        <message>
            <source>Catalogues of images</source>
            <translation>Catalogues d'images</translation>
        </message>
        <message>
            <source>Catalogues</source>
            <translation>Catalogues</translation>
        </message>
        <message>
            <source>A&amp;dd a STAC catalogue</source>
            <translation>&amp;Ajouter un catalogue STAC</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Supprimer</translation>
        </message>
        <message>
            <source>&amp;Login of the chosen catalogue</source>
            <translation>Auth&amp;entification du catalogue choisi</translation>
        </message>
        <message>
            <source>Map services whose terms permit analysis</source>
            <translation>Services de cartes dont les conditions permettent l'analyse</translation>
        </message>
        <message>
            <source>Confirmed services</source>
            <translation>Services confirmés</translation>
        </message>
        <message>
            <source>Re&amp;voke</source>
            <translation>&amp;Révoquer</translation>
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
            <source>P&amp;urpose</source>
            <translation>&amp;Finalité</translation>
        </message>
        <message>
            <source>why exact places, with whose consent</source>
            <translation>pourquoi des positions exactes, avec le consentement de qui</translation>
        </message>
        <message>
            <source>Fo&amp;r whom</source>
            <translation>Po&amp;ur qui</translation>
        </message>
        <message>
            <source>Fi&amp;le</source>
            <translation>F&amp;ichier</translation>
        </message>
        <message>
            <source>Report on sites</source>
            <translation>Rapport sur les sites</translation>
        </message>
        <message>
            <source>S&amp;ites</source>
            <translation>Si&amp;tes</translation>
        </message>
        <message>
            <source>all, or site_id with commas</source>
            <translation>tous, ou site_id séparés par des virgules</translation>
        </message>
        <message>
            <source>&amp;Earlier sectors</source>
            <translation>Secteurs &amp;antérieurs</translation>
        </message>
        <message>
            <source>I&amp;mage</source>
            <translation>I&amp;mage</translation>
        </message>
        <message>
            <source>Earlier ima&amp;ge</source>
            <translation>&amp;Image antérieure</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>Lan&amp;gue</translation>
        </message>
        <message>
            <source>Accurac&amp;y</source>
            <translation>E&amp;xactitude</translation>
        </message>
        <message>
            <source>All figures as a &amp;table beside it (CSV)</source>
            <translation>Toutes les valeurs dans un ta&amp;bleau à côté (CSV)</translation>
        </message>
        <message>
            <source>Pre&amp;view the page</source>
            <translation>Aperçu de la &amp;page</translation>
        </message>
        <message>
            <source>&amp;Export GeoJSON</source>
            <translation>&amp;Exporter en GeoJSON</translation>
        </message>
    </context>
    <context>
        <name>SceneLoader</name>
        <message>
            <source>Bac&amp;k</source>
            <translation>Re&amp;tour</translation>
        </message>
        <message>
            <source>&amp;Place</source>
            <translation>&amp;Lieu</translation>
        </message>
        <message>
            <source>Names the group of layers and the sectors found in it</source>
            <translation>Donne son nom au groupe de couches et aux secteurs qui y sont trouvés</translation>
        </message>
        <message>
            <source>&amp;Where</source>
            <translation>&amp;Zone</translation>
        </message>
        <message>
            <source>&amp;Values</source>
            <translation>&amp;Valeurs</translation>
        </message>
        <message>
            <source>Ba&amp;nds</source>
            <translation>Ba&amp;ndes</translation>
        </message>
        <message>
            <source>Pi&amp;xels</source>
            <translation>Pi&amp;xels</translation>
        </message>
        <message>
            <source>Co&amp;mbine</source>
            <translation>Co&amp;mbiner</translation>
        </message>
        <message>
            <source>O&amp;ffset</source>
            <translation>Décala&amp;ge</translation>
        </message>
        <message>
            <source>F&amp;ile</source>
            <translation>F&amp;ichier</translation>
        </message>
        <message>
            <source>What counts as not observed</source>
            <translation>Ce qui compte comme non observé</translation>
        </message>
        <message>
            <source>Around clou&amp;ds</source>
            <translation>Autour &amp;des nuages</translation>
        </message>
        <message>
            <source> m</source>
            <translation> m</translation>
        </message>
        <message>
            <source>Around s&amp;hadows</source>
            <translation>Autour des &amp;ombres</translation>
        </message>
        <message>
            <source>Never cl&amp;oud in</source>
            <translation>&amp;Jamais de nuage dans</translation>
        </message>
        <message>
            <source>Polygons of known mines: bright tailings and salt are often taken for cloud. Of three or more dates, only what most of them take for cloud is kept.</source>
            <translation>Polygones de mines connues : résidus clairs et sel sont souvent pris pour des nuages. À partir de trois dates, seul ce que la plupart prennent pour un nuage est conservé.</translation>
        </message>
        <message>
            <source>Leave o&amp;ut</source>
            <translation>Excl&amp;ure</translation>
        </message>
        <message>
            <source>Polygons whose ground counts as not observed</source>
            <translation>Polygones dont le terrain compte comme non observé</translation>
        </message>
        <message>
            <source>&amp;Load</source>
            <translation>&amp;Charger</translation>
        </message>
    </context>
    <context>
        <name>SceneSearch</name>
        <message>
            <source>Bac&amp;k</source>
            <translation>Re&amp;tour</translation>
        </message>
        <message>
            <source>&amp;Catalogue</source>
            <translation>&amp;Catalogue</translation>
        </message>
        <message>
            <source>Add catalogues and logins in the settings</source>
            <translation>Ajouter des catalogues et des authentifications dans les paramètres</translation>
        </message>
        <message>
            <source>Catalogues and logins</source>
            <translation>Catalogues et authentifications</translation>
        </message>
        <message>
            <source>&amp;When</source>
            <translation>&amp;Quand</translation>
        </message>
        <message>
            <source>First date</source>
            <translation>Première date</translation>
        </message>
        <message>
            <source>to</source>
            <translation>au</translation>
        </message>
        <message>
            <source>Last date</source>
            <translation>Dernière date</translation>
        </message>
        <message>
            <source>Clo&amp;ud below</source>
            <translation>N&amp;uages sous</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Of the whole scene, as the catalogue states it</source>
            <translation>De toute la scène, selon le catalogue</translation>
        </message>
        <message>
            <source>&amp;Search here</source>
            <translation>&amp;Rechercher ici</translation>
        </message>
        <message>
            <source>Searches where the map is now</source>
            <translation>Recherche là où se trouve la carte</translation>
        </message>
        <message>
            <source>Scenes found</source>
            <translation>Scènes trouvées</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>&amp;Arrêter</translation>
        </message>
        <message>
            <source>&amp;Load…</source>
            <translation>C&amp;harger…</translation>
        </message>
    </context>
</TS>
