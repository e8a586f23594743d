import { describe, expect, it } from 'vitest';
import { crsOfProjJson } from '../../../src/publish/crs/crs-of-projjson.ts';
import { crsOfWkt, nameOfWkt } from '../../../src/publish/crs/crs-of-wkt.ts';
import { parseCrs } from '../../../src/publish/crs/parse-crs.ts';

const ARCGIS =
  'PROJCS["RGF_1993_Lambert_93",GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",700000.0],PARAMETER["False_Northing",6600000.0],PARAMETER["Central_Meridian",3.0],PARAMETER["Standard_Parallel_1",44.0],PARAMETER["Standard_Parallel_2",49.0],PARAMETER["Latitude_Of_Origin",46.5],UNIT["Meter",1.0]]';
const NTF =
  'PROJCS["NTF_Lambert_II_etendu",GEOGCS["GCS_NTF_Paris",DATUM["D_NTF",SPHEROID["Clarke_1880_IGN",6378249.2,293.46602]],PRIMEM["Paris",2.337229166666667],UNIT["Grad",0.01570796326794897]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",600000.0],PARAMETER["False_Northing",2200000.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",52.0],PARAMETER["Scale_Factor",0.99987742],PARAMETER["Latitude_Of_Origin",52.0],UNIT["Meter",1.0]]';

describe('the CRS of a .prj', () => {
  it.each([
    ['ArcGIS, Lambert-93', ARCGIS, 'EPSG:2154'],
    [
      'QGIS, CC50',
      'PROJCS["RGF93_CC50",GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",SPHEROID["GRS_1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["standard_parallel_1",49.25],PARAMETER["standard_parallel_2",50.75],PARAMETER["latitude_of_origin",50],PARAMETER["central_meridian",3],PARAMETER["false_easting",1700000],PARAMETER["false_northing",9200000],UNIT["Meter",1]]',
      'EPSG:3950',
    ],
    [
      'MapInfo and GeoMapper, parallels the other way round',
      'PROJCS["Lambert 93",GEOGCS["unnamed",DATUM["GRS_80",SPHEROID["GRS 80",6378137,298.257222101],TOWGS84[0,0,0,0,0,0,0]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic_2SP"],PARAMETER["standard_parallel_1",49],PARAMETER["standard_parallel_2",44],PARAMETER["latitude_of_origin",46.5],PARAMETER["central_meridian",3],PARAMETER["false_easting",700000],PARAMETER["false_northing",6600000],UNIT["metre",1]]',
      'EPSG:2154',
    ],
    [
      'WKT 2',
      'PROJCRS["RGF93 v1 / Lambert-93",BASEGEOGCRS["RGF93 v1",DATUM["Reseau Geodesique Francais 1993 v1",ELLIPSOID["GRS 1980",6378137,298.257222101,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],CONVERSION["Lambert-93",METHOD["Lambert Conic Conformal (2SP)",ID["EPSG",9802]],PARAMETER["Latitude of false origin",46.5,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of false origin",3],PARAMETER["Latitude of 1st standard parallel",49],PARAMETER["Latitude of 2nd standard parallel",44],PARAMETER["Easting at false origin",700000],PARAMETER["Northing at false origin",6600000]],CS[Cartesian,2],AXIS["easting (X)",east,ORDER[1],LENGTHUNIT["metre",1]],AXIS["northing (Y)",north,ORDER[2],LENGTHUNIT["metre",1]]]',
      'EPSG:2154',
    ],
    [
      'ArcGIS, Web Mercator',
      'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],UNIT["Meter",1.0]]',
      'EPSG:3857',
    ],
    [
      'degrees of RGF93',
      'GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
      'OGC:CRS84',
    ],
    [
      'a compound system',
      `COMPD_CS["Lambert-93 + IGN69",${ARCGIS},VERT_CS["NGF-IGN69",VERT_DATUM["IGN69",2005],UNIT["metre",1]]]`,
      'EPSG:2154',
    ],
    [
      'a code at the end',
      'PROJCS["WGS 84 / UTM zone 31N",GEOGCS["WGS 84"],PROJECTION["Transverse_Mercator"],UNIT["metre",1],AUTHORITY["EPSG","32631"]]',
      'EPSG:32631',
    ],
  ])('%s', (_, wkt, code) => {
    expect(crsOfWkt(wkt)).toBe(code);
  });

  it('leaves to GDAL what is not ours, whatever it is called', () => {
    expect(crsOfWkt(NTF)).toBe(NTF);
    expect(nameOfWkt(NTF)).toBe('NTF_Lambert_II_etendu');
    const moved = ARCGIS.replace('["Central_Meridian",3.0]', '["Central_Meridian",4.0]');
    expect(crsOfWkt(moved)).toBe(moved);
    const feet = ARCGIS.replace('UNIT["Meter",1.0]', 'UNIT["Foot",0.3048]');
    expect(crsOfWkt(feet)).toBe(feet);
    const grads =
      'GEOGCS["NTF (Paris)",DATUM["NTF"],PRIMEM["Paris",2.33722917],UNIT["grad",0.015708]]';
    expect(crsOfWkt(grads)).toBe(grads);
    expect(crsOfWkt('n’importe quoi')).toBe('n’importe quoi');
    expect(crsOfWkt('A['.repeat(5000))).toBe('A['.repeat(5000));
  });
});

describe('the CRS of a PROJJSON', () => {
  it('is told by its code, its datum or its parameters', () => {
    expect(crsOfProjJson({ type: 'ProjectedCRS', id: { authority: 'EPSG', code: 2154 } })).toBe(
      'EPSG:2154',
    );
    expect(
      crsOfProjJson({
        type: 'GeographicCRS',
        name: 'WGS 84',
        datum_ensemble: { name: 'World Geodetic System 1984 ensemble' },
      }),
    ).toBe('OGC:CRS84');
    const unknown = { type: 'ProjectedCRS', name: 'Repère du chantier' };
    expect(crsOfProjJson(unknown)).toBe(JSON.stringify(unknown));
  });
});

describe('the CRS that a person names', () => {
  it.each([
    ['2154', 'EPSG:2154'],
    ['epsg:3950', 'EPSG:3950'],
    ['EPSG:4326', 'OGC:CRS84'],
    ['Lambert-93', 'EPSG:2154'],
    ['CC 50', 'EPSG:3950'],
    ['WGS 84', 'OGC:CRS84'],
    ['urn:ogc:def:crs:EPSG::27572', 'EPSG:27572'],
    ['http://www.opengis.net/def/crs/EPSG/0/2154', 'EPSG:2154'],
    ['http://www.opengis.net/gml/srs/epsg.xml#2154', 'EPSG:2154'],
    ['IGNF:LAMB93', 'EPSG:2154'],
    ['EPSG:102110', 'EPSG:102110'],
    ['EPSG:9850', 'EPSG:3950'],
    ['Lambert 94', null],
    ['', null],
  ])('%s is %s', (text, code) => {
    expect(parseCrs(text)).toBe(code);
  });
});
