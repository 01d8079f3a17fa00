<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology" version="3.22.16-Białowieża">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling enabled="false" zoomedInResamplingMethod="nearestNeighbour" zoomedOutResamplingMethod="nearestNeighbour" maxOversampling="2"/>
    </provider>
    <rasterrenderer alphaBand="-1" nodataColor="" type="paletted" band="1" opacity="1">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <colorPalette>
        <paletteEntry value="3" alpha="255" color="#cc79a7" label="Heap leaching"/>
        <paletteEntry value="4" alpha="255" color="#56b4e9" label="Mine facility"/>
        <paletteEntry value="5" alpha="255" color="#882255" label="Open pit"/>
        <paletteEntry value="6" alpha="255" color="#009e73" label="Processing plant"/>
        <paletteEntry value="7" alpha="255" color="#0072b2" label="Stockyard"/>
        <paletteEntry value="8" alpha="255" color="#d55e00" label="Tailings storage facility"/>
        <paletteEntry value="9" alpha="255" color="#f0e442" label="Waste rock dump"/>
        <paletteEntry value="1" alpha="255" color="#ddcc77" label="Artisanal site"/>
        <paletteEntry value="2" alpha="255" color="#117733" label="Large-scale site"/>
        <paletteEntry value="0" alpha="0" color="#000000" label="Other"/>
        <paletteEntry value="255" alpha="0" color="#000000" label="Not observed"/>
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast brightness="0" gamma="1" contrast="0"/>
    <huesaturation invertColors="0" colorizeGreen="128" colorizeRed="255" colorizeStrength="100" saturation="0" colorizeOn="0" colorizeBlue="128" grayscaleMode="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
