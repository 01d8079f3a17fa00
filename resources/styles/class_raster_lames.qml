<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology" version="3.22.16-Białowieża">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option name="name" value="" type="QString"/>
      <Option name="properties"/>
      <Option name="type" value="collection" type="QString"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling zoomedOutResamplingMethod="nearestNeighbour" zoomedInResamplingMethod="nearestNeighbour" maxOversampling="2" enabled="false"/>
    </provider>
    <rasterrenderer nodataColor="" opacity="1" band="1" type="paletted" alphaBand="-1">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <colorPalette>
        <paletteEntry label="Heap leaching" color="#ad85ed" alpha="255" value="3"/>
        <paletteEntry label="Mine facility" color="#34e7f0" alpha="255" value="4"/>
        <paletteEntry label="Open pit" color="#77e2a2" alpha="255" value="5"/>
        <paletteEntry label="Processing plant" color="#88cf6c" alpha="255" value="6"/>
        <paletteEntry label="Stockyard" color="#3f70ec" alpha="255" value="7"/>
        <paletteEntry label="Tailings storage facility" color="#d52154" alpha="255" value="8"/>
        <paletteEntry label="Waste rock dump" color="#e0e93e" alpha="255" value="9"/>
        <paletteEntry label="Artisanal site" color="#beb297" alpha="255" value="1"/>
        <paletteEntry label="Large-scale site" color="#4daf4a" alpha="255" value="2"/>
        <paletteEntry label="Other" color="#000000" alpha="0" value="0"/>
        <paletteEntry label="Not observed" color="#000000" alpha="0" value="255"/>
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast contrast="0" brightness="0" gamma="1"/>
    <huesaturation colorizeRed="255" invertColors="0" colorizeStrength="100" colorizeBlue="128" colorizeOn="0" saturation="0" colorizeGreen="128" grayscaleMode="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
