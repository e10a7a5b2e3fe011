/** What reports are about: code, Indonesian, English; what belongs to a category is indented below it. Codes are stable. */
const list = `
roads | Jalan | Roads
  roads.potholes | Jalan berlubang | Potholes
  roads.bridges | Jembatan | Bridges
  roads.works | Galian dan perbaikan jalan | Road works
  sidewalks | Trotoar | Sidewalks
  national_roads | Jalan nasional | National roads
street_lights | Penerangan jalan | Street lights
  street_lights.out | Lampu jalan mati | Lights that are out
  street_lights.missing | Belum ada lampu jalan | No lights yet
drainage | Saluran dan banjir | Drains and floods
  drainage.blocked | Saluran tersumbat | Blocked drains
  drainage.flood | Banjir dan genangan | Floods and standing water
  drainage.rivers | Sungai dan tanggul | Rivers and dikes
road_traffic | Lalu lintas | Traffic
  crossings | Penyeberangan | Crossings
  parking | Parkir | Parking
  cycling | Jalur sepeda | Cycling
  road_traffic.signals | Lampu dan rambu lalu lintas | Signals and signs
  road_traffic.danger | Kendaraan membahayakan | Dangerous driving
public_transport | Angkutan umum | Public transport
  public_transport.stops | Halte dan terminal | Stops and stations
  public_transport.fares | Tarif dan tiket | Fares and tickets
  public_transport.service | Pelayanan dan jadwal | Service and timetable
waste | Sampah | Waste
  waste.collection | Pengangkutan sampah | Collection
  waste.dumping | Pembuangan sampah liar | Illegal dumping
  waste.burning | Pembakaran sampah | Burning of waste
environment | Lingkungan | Environment
  noise | Kebisingan | Noise
  parks | Taman | Parks
  trees | Pohon | Trees
  environment.pollution | Pencemaran air, udara, dan tanah | Pollution of water, air and soil
water_supply | Air minum | Drinking water
  water_supply.outage | Air tidak mengalir | No water
  water_supply.quality | Mutu air | Water quality
  water_supply.bills | Tagihan air | Water bills
energy | Listrik dan bahan bakar | Electricity and fuel
  energy.outage | Listrik padam | Power cuts
  energy.fuel | BBM dan elpiji | Fuel and gas
internet | Internet | Internet
  internet.coverage | Sinyal dan jaringan | Signal and network
  internet.fraud | Penipuan daring | Online fraud
health_service | Layanan kesehatan | Health care
  hospital | Rumah sakit | Hospital
  health_service.clinics | Puskesmas | Community health centres
  health_service.insurance | Jaminan kesehatan | Health insurance
  health_service.medicine | Obat dan makanan | Medicine and food
education | Pendidikan | Education
  school_levies | Pungutan sekolah | School levies
  school_safety | Keamanan sekolah | Safety at school
  education.admission | Penerimaan murid | School admission
  education.teachers | Guru dan sarana sekolah | Teachers and buildings
  library | Perpustakaan | Library
social_aid | Bantuan sosial | Social aid
  social_aid.recipients | Data penerima | Who receives it
  social_aid.disability | Penyandang disabilitas | People with disabilities
  social_aid.women_children | Perempuan dan anak | Women and children
civil_registry | Kependudukan | Civil registry
  civil_registry.identity_card | KTP dan kartu keluarga | Identity and family cards
  civil_registry.certificates | Akta kelahiran, kematian, perkawinan | Birth, death and marriage records
economy | Usaha dan perdagangan | Business and trade
  business_licence | Izin usaha | Business licence
  markets | Pasar | Markets
  economy.prices | Harga dan kelangkaan barang | Prices and shortages
  economy.taxes | Pajak dan retribusi | Taxes and charges
  economy.tourism | Pariwisata dan budaya | Tourism and culture
farming | Pertanian | Farming
  animals | Hewan | Animals
  farming.fertiliser | Pupuk dan benih | Fertiliser and seed
  farming.irrigation | Irigasi | Irrigation
  farming.fisheries | Perikanan | Fisheries
labour | Ketenagakerjaan | Work
  migrant_workers | Pekerja migran | Migrant workers
  labour.wages | Upah dan pemutusan kerja | Wages and dismissal
  labour.training | Lowongan dan pelatihan kerja | Jobs and training
land | Tanah dan perumahan | Land and housing
  land.certificates | Sertifikat tanah | Land certificates
  land.housing | Rumah tidak layak huni | Unfit housing
  land.building_permits | Izin bangunan dan tata ruang | Building permits and zoning
public_order | Ketertiban dan bencana | Public order and disasters
  public_order.traders | Pedagang di jalan | Street traders
  public_order.disasters | Penanggulangan bencana | Disaster response
  public_order.crime | Keamanan lingkungan | Neighbourhood safety
integrity | Integritas aparat | Integrity of officials
  illegal_fees | Pungutan liar | Illegal fees
  staff_conduct | Perilaku aparat | Conduct of officials
  integrity.corruption | Korupsi dan gratifikasi | Corruption and gifts
  integrity.village_funds | Dana desa | Village funds
public_information | Informasi publik | Public information
  budget_information | Informasi anggaran | Budget information
  public_information.services | Syarat dan jadwal layanan | Requirements and hours of services
immigration | Keimigrasian | Immigration
  immigration.stay_permits | Izin tinggal | Stay permits
  immigration.passports | Paspor | Passports
other | Lainnya | Other
`

export type SeedCategory = { code: string; parent: string | null; id: string; en: string }

let parent: string | null = null
export const categories: readonly SeedCategory[] = list
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [code = '', id = '', en = ''] = line.split('|').map((part) => part.trim())
    if (!line.startsWith(' ')) parent = null
    const category = { code, parent, id, en }
    parent ??= code
    return category
  })
