/* Data table: rows and box in degrees of each file of ../shared/real-data, by ogr2ogr 3.6 (`-t_srs OGC:CRS84`). */

/** Path below the folder, that inside an archive after it; rows; `[minLng, minLat, maxLng, maxLat]`. */
export const REAL_FIGURES: [path: string, rows: number, extent: number[]][] = [
  ['bassin-minier-unesco/bassin-minier.geojson', 1, [2.235848, 50.250049, 3.67741, 50.625348]],
  ['bassin-minier-unesco/batis.geojson', 159, [2.454452, 50.314852, 3.619554, 50.519398]],
  ['bassin-minier-unesco/bien-inscrit.geojson', 109, [2.30497, 50.314852, 3.625465, 50.58768]],
  ['bassin-minier-unesco/cavaliers.geojson', 14, [2.610379, 50.354113, 3.599342, 50.519419]],
  ['bassin-minier-unesco/cites-minieres.geojson', 159, [2.453967, 50.312795, 3.611152, 50.519998]],
  ['bassin-minier-unesco/communes-mbm.geojson', 330, [2.298268, 50.224806, 3.677405, 50.643498]],
  ['bassin-minier-unesco/departements.geojson', 2, [1.555415, 49.969059, 4.230907, 51.089152]],
  ['bassin-minier-unesco/epci.geojson', 9, [2.298268, 50.224806, 3.677405, 50.794595]],
  ['bassin-minier-unesco/espace-neonaturel.geojson', 5, [2.83997, 50.378708, 3.620681, 50.510372]],
  ['bassin-minier-unesco/puits-de-mines.geojson', 636, [2.281961, 50.261276, 3.67266, 50.593659]],
  ['bassin-minier-unesco/terrils.geojson', 51, [2.30497, 50.325669, 3.622162, 50.58768]],
  ['bassin-minier-unesco/zone-tampon.geojson', 15, [2.301214, 50.31372, 3.626777, 50.593274]],
  ['bassin-minier-unesco/zt-cavaliers.geojson', 1317, [2.307494, 50.25155, 3.672451, 50.632333]],
  [
    'bassin-minier-unesco/zt-cites-minieres.geojson',
    162,
    [2.325611, 50.313713, 3.603059, 50.587722],
  ],
  [
    'bassin-minier-unesco/zt-espaces-neonaturels.geojson',
    7,
    [2.491952, 50.410503, 2.838758, 50.504014],
  ],
  [
    'bassin-minier-unesco/zt-parvis-agricoles.geojson',
    138,
    [2.302972, 50.322884, 3.629187, 50.58945],
  ],
  ['bassin-minier-unesco/zt-terrils.geojson', 111, [2.309626, 50.330941, 3.586713, 50.58626]],
  [
    'cadastre/apicarto/commune-9aed1e-POST.json',
    1,
    [-4.38459267, 47.79558024, -4.29656294, 47.83043918],
  ],
  [
    'cadastre/apicarto/division-5d28a9-POST.json',
    1,
    [-4.36732939, 47.80052832, -4.35642867, 47.80691444],
  ],
  [
    'cadastre/apicarto/feuille-4af859-POST.json',
    1,
    [-4.36732939, 47.80052832, -4.35642867, 47.80691444],
  ],
  [
    'cadastre/apicarto/localisant-ec5c6a-POST.json',
    1,
    [-4.36577745, 47.80538316, -4.36577745, 47.80538316],
  ],
  [
    'cadastre/apicarto/parcelle-025b38-POST.json',
    1,
    [1.95740664, 47.57255454, 1.95941188, 47.57389143],
  ],
  [
    'cadastre/apicarto/parcelle-ec5c6a-POST.json',
    1,
    [-4.36615631, 47.80495784, -4.36540003, 47.80570678],
  ],
  [
    'cadastre/apicarto/parcelle-fa4cf3-POST.json',
    1,
    [1.95407068, 47.55865939, 1.95788937, 47.5602142],
  ],
  ['cadastre/etalab-27412/batiments.geojson', 1597, [1.0749899, 49.2171699, 1.1290551, 49.2727479]],
  [
    'cadastre/etalab-27412/chemin_com.geojson',
    15,
    [1.07745409, 49.2101471, 1.12336278, 49.27282214],
  ],
  ['cadastre/etalab-27412/parcelles.geojson', 1990, [1.0741922, 49.2086236, 1.1622604, 49.277209]],
  ['cadastre/etalab-27412/sections.geojson', 19, [1.0741559, 49.2086236, 1.1623661, 49.277209]],
  [
    'cartofriches/cartofriches_cabbalr_2024-03.geojson',
    124,
    [2.315678, 50.443217, 2.841944, 50.632638],
  ],
  [
    'communes-62-gregoiredavid/arrondissements-62-pas-de-calais.geojson',
    7,
    [1.55566, 50.01977, 3.18828, 51.0067],
  ],
  [
    'communes-62-gregoiredavid/cantons-62-pas-de-calais.geojson',
    39,
    [1.5532, 50.0199, 3.1881, 51.0096],
  ],
  [
    'communes-62-gregoiredavid/communes-62-pas-de-calais.geojson',
    891,
    [1.55566, 50.01977, 3.18828, 51.0067],
  ],
  [
    'communes-62-gregoiredavid/departement-62-pas-de-calais.geojson',
    1,
    [1.55543, 50.01977, 3.18828, 51.0067],
  ],
  ['eurovelo5/eurovelo5_osm.geojson', 1, [1.8546058, 50.3976587, 3.2542013, 50.9652183]],
  [
    'plu-cnig/172014607_AC1_2A_20180130/Donnees_geographiques/AC1_ASSIETTE_SUP_S.shp',
    206,
    [8.55382749, 41.33245415, 9.4118624, 42.27227068],
  ],
  [
    'plu-cnig/172014607_AC1_2A_20180130/Donnees_geographiques/AC1_GENERATEUR_SUP_S.shp',
    104,
    [8.55985001, 41.33692861, 9.40588886, 42.26779741],
  ],
  [
    'plu-cnig/241800432_PLUi_20200128/Donnees_geographiques/241800432_PRESCRIPTION_LIN_20200128.shp',
    264,
    [2.7492412, 46.72869375, 3.06232739, 46.9227362],
  ],
  [
    'plu-cnig/241800432_PLUi_20200128/Donnees_geographiques/241800432_PRESCRIPTION_PCT_20200128.shp',
    167,
    [2.74423811, 46.76580393, 3.05601588, 46.89697248],
  ],
  [
    'plu-cnig/241800432_PLUi_20200128/Donnees_geographiques/241800432_PRESCRIPTION_SURF_20200128.shp',
    32,
    [2.75139026, 46.76375911, 3.0390351, 46.89481556],
  ],
  [
    'plu-cnig/241800432_PLUi_20200128/Donnees_geographiques/241800432_ZONE_URBA_20200128.shp',
    221,
    [2.74071616, 46.72661478, 3.06954037, 46.90243338],
  ],
  [
    'plu-cnig/41175_PLU_20140603/Donnees_geographiques/PRESCRIPTION_LIN.shp',
    10,
    [1.139845, 47.86296685, 1.15475453, 47.87813369],
  ],
  [
    'plu-cnig/41175_PLU_20140603/Donnees_geographiques/PRESCRIPTION_PCT.shp',
    26,
    [1.13106512, 47.84728602, 1.17612466, 47.88976232],
  ],
  [
    'plu-cnig/41175_PLU_20140603/Donnees_geographiques/PRESCRIPTION_SURF.shp',
    23,
    [1.12337038, 47.83843678, 1.1786049, 47.9005535],
  ],
  [
    'plu-cnig/41175_PLU_20140603/Donnees_geographiques/ZONE_URBA.shp',
    118,
    [1.11269595, 47.83574473, 1.18257491, 47.90056092],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_CARTE_INOND_S_027.shp',
    1,
    [1.63942515, 49.15608146, 1.68399209, 49.18353676],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_CARTE_RISQ_S_027.shp',
    1,
    [1.63942515, 49.15608146, 1.68399209, 49.18353676],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_CHAMP_VIT_P_027.shp',
    4,
    [1.65962591, 49.17207091, 1.66594654, 49.17227263],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_COMMUNE_S_027.shp',
    1,
    [1.64013369, 49.15608146, 1.68347384, 49.18307085],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_COTE_VIT_DEB_P_027.shp',
    5,
    [1.65701923, 49.16594938, 1.66773413, 49.16813447],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ECOUL_S_027.shp',
    3,
    [1.6587355, 49.16685169, 1.66328033, 49.16938227],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ENJEU_CRISE_L_027.shp',
    3,
    [1.62784441, 49.14561661, 1.69379271, 49.18980956],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ENJEU_CRISE_P_027.shp',
    2,
    [1.67304593, 49.15964462, 1.67648815, 49.17066248],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ENJEU_DCE_S_027.shp',
    1,
    [1.64676808, 49.16694392, 1.6563968, 49.17386338],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ENJEU_ECO_S_027.shp',
    1,
    [1.65874857, 49.17566536, 1.66978156, 49.1802669],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ENJEU_IPPC_P_027.shp',
    1,
    [1.67532873, 49.1806025, 1.67532873, 49.1806025],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ENJEU_PATRIM_P_027.shp',
    1,
    [1.66927998, 49.17338825, 1.66927998, 49.17338825],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ENJEU_PATRIM_S_027.shp',
    1,
    [1.66753931, 49.16816248, 1.67431361, 49.17210378],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ENJEU_STEU_P_027.shp',
    1,
    [1.65912867, 49.17567017, 1.65912867, 49.17567017],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_INONDABLE_FAI_S_027.shp',
    2,
    [1.64173682, 49.15738604, 1.67889969, 49.18055344],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_INONDABLE_FOR_S_027.shp',
    1,
    [1.64624866, 49.16041851, 1.67005539, 49.1743969],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_INONDABLE_MOY_S_027.shp',
    2,
    [1.64298994, 49.1593781, 1.67778995, 49.18004373],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ISO_COTE_L_027.shp',
    1,
    [1.65819778, 49.16660343, 1.66793318, 49.17302502],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ISO_DEB_S_027.shp',
    2,
    [1.65612075, 49.16526113, 1.67003937, 49.17438232],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ISO_HT_FAI_S_027.shp',
    3,
    [1.64173682, 49.15738604, 1.67889969, 49.18055344],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ISO_HT_FOR_S_027.shp',
    3,
    [1.64624866, 49.16041851, 1.67005539, 49.1743969],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_ISO_HT_MOY_S_027.shp',
    3,
    [1.64298994, 49.1593781, 1.67778995, 49.18004373],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_OUV_PROTEC_L_027.shp',
    1,
    [1.65611393, 49.16525544, 1.65634725, 49.17424468],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_QUARTIER_S_027.shp',
    1,
    [1.65639964, 49.16170732, 1.6696734, 49.16615184],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_SOUST_INOND_S_027.shp',
    1,
    [1.65122859, 49.16360513, 1.65634725, 49.17636741],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_SURALEA_S_027.shp',
    1,
    [1.65228334, 49.16522355, 1.65634725, 49.17424468],
  ],
  [
    'plu-cnig/TRI_JTEST_TOPO_SIG_DI/N_TRI_JTEST_TOPO_TRI_S_027.shp',
    1,
    [1.64013369, 49.15608146, 1.68347384, 49.18307085],
  ],
  [
    'qpv-anct/centroide-4326_qpv.geojson',
    824,
    [-61.72852033, -21.31229112, 55.64926543, 51.03380276],
  ],
  [
    'qpv-anct/polygone-4326_qpv.geojson',
    692,
    [-61.76577584, -21.38931366, 55.76733278, 51.05796289],
  ],
  [
    'schemas/amenagements-cyclables/exemple-valide.json',
    1,
    [2.304044, 48.8496, 2.305224, 48.850409],
  ],
  ['sncf/gares_zone_extrait.geojson', 48, [2.2551897, 50.3530768, 2.9356131, 50.6519196]],
  ['sncf/lignes_rfn_zone_extrait.geojson', 18, [2.2, 50.35, 2.95, 50.68]],
  [
    'ppr/38DDT20010005.zip/38DDT20010005/N_PERIMETRE_PPRN_20010005_S_038.shp',
    1,
    [5.63899923, 45.15325063, 5.7015972, 45.19019575],
  ],
  [
    'ppr/38DDT20010005.zip/38DDT20010005/N_ZONE_ALEA_PPRN_20010005_S_038.shp',
    174,
    [5.6392268, 45.15338697, 5.70102067, 45.18969678],
  ],
  [
    'ppr/38DDT20010005.zip/38DDT20010005/N_ZONE_REG_PPRN_20010005_S_038.shp',
    165,
    [5.63899923, 45.15325063, 5.7015972, 45.19019575],
  ],
  [
    'ppr/Exemple_Couche_Repere_Crue.zip/Exemple_Couche_Repere_Crue/Reperes_crue_extrait_DDTM34.shp',
    5133,
    [2.60106486, 43.21598132, 4.18231809, 43.94405354],
  ],
  [
    'sncf/regime-dexploitation-des-lignes.zip/regime-dexploitation-des-lignes.shp',
    1125,
    [-4.47924301, 41.92754393, 9.44911982, 51.05521817],
  ],
];
