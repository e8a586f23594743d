/** What is used of the module that Emscripten made of GDAL; its views of the memory change when that grows. */
export interface EmscriptenModule {
  FS: {
    mkdirTree(path: string): void;
    writeFile(path: string, bytes: Uint8Array): void;
    readFile(path: string): Uint8Array<ArrayBuffer>;
    readdir(path: string): string[];
    stat(path: string): { mode: number };
    isDir(mode: number): boolean;
    unlink(path: string): void;
    rmdir(path: string): void;
  };
  HEAPU32: Uint32Array;
  HEAPF64: Float64Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  lengthBytesUTF8(text: string): number;
  stringToUTF8(text: string, pointer: number, bytes: number): void;
  UTF8ToString(pointer: number): string;
  ccall(name: string, gives: string | null, types: string[], values: (string | number)[]): unknown;
}

/** The two files of gdal3.js beside its code. */
export interface GdalParts {
  wasm: ArrayBuffer;
  /** Tables of GDAL and PROJ (`proj.db`). */
  data: ArrayBuffer;
}

/**
 * One instance of GDAL in the thread of its caller, with a file system in memory that holds nothing but what is written
 * there: no disk and no network can be reached. A C function that fails badly throws something that is no `AppError`;
 * the instance is then not to be used again. Strings and pointers given to `call` are those of the C function.
 */
export class GdalModule {
  readonly #module: EmscriptenModule;
  readonly #messages: string[];

  private constructor(module: EmscriptenModule, messages: string[]) {
    this.#module = module;
    this.#messages = messages;
  }

  /** Starts an instance (0.4 s; 0.5 GB of address space, of which what is used becomes memory). */
  static async start({ wasm, data }: GdalParts): Promise<GdalModule> {
    const { default: startModule } = await import('gdal3.js/build/package/gdal3WebAssembly.js');
    const messages: string[] = [];
    const module = await startModule({
      wasmBinary: wasm,
      getPreloadedPackage: () => data,
      print: (line: string) => messages.push(line),
      printErr: (line: string) => messages.push(line),
      preRun: [({ ENV }: { ENV: Record<string, string> }) => Object.assign(ENV, SETTINGS)],
    });
    const gdal = new GdalModule(module, messages);
    gdal.call('GDALAllRegister', null);
    return gdal;
  }

  /** What GDAL said since this was last called, a line each; repeated lines once. */
  takeMessages(): string[] {
    return [...new Set(this.#messages.splice(0))];
  }

  /** Calls a function that gives a pointer or number. */
  call(name: string, gives: 'number', ...values: (string | number)[]): number;
  /** Calls a function that gives text. */
  call(name: string, gives: 'string', ...values: (string | number)[]): string;
  /** Calls a function that gives nothing. */
  call(name: string, gives: null, ...values: (string | number)[]): void;
  call(name: string, gives: string | null, ...values: (string | number)[]): unknown {
    const types = values.map((value) => typeof value);
    return this.#module.ccall(name, gives, types, values);
  }

  /** Runs `use` with the dataset that one driver makes of a file, 0 when it cannot. */
  withDataset<T>(path: string, driver: string, use: (dataset: number) => T): T {
    const dataset = this.withStrings([driver], (drivers) =>
      this.call('GDALOpenEx', 'number', path, OPEN_FLAGS, drivers, 0, 0),
    );
    try {
      return use(dataset);
    } finally {
      if (dataset) this.call('GDALClose', null, dataset);
    }
  }

  /** What `ogrinfo` says of the layers of a dataset, not of their features. */
  describe(dataset: number, options: readonly string[]): string {
    return this.withStrings([...options, '-so', '-al', '-noextent', '-nocount'], (list) => {
      const parsed = this.call('GDALVectorInfoOptionsNew', 'number', list, 0);
      try {
        return this.call('GDALVectorInfo', 'string', dataset, parsed);
      } finally {
        this.call('GDALVectorInfoOptionsFree', null, parsed);
      }
    });
  }

  /** Runs `ogr2ogr` from a dataset to a new file; false when it fails. */
  translate(dataset: number, output: string, options: readonly string[]): boolean {
    const written = this.withStrings(options, (list) => {
      const parsed = this.call('GDALVectorTranslateOptionsNew', 'number', list, 0);
      if (!parsed) return 0;
      try {
        return this.withMemory(4, (sources) => {
          this.pointersAt(sources, 1)[0] = dataset;
          return this.call('GDALVectorTranslate', 'number', output, 0, 1, sources, parsed, 0);
        });
      } finally {
        this.call('GDALVectorTranslateOptionsFree', null, parsed);
      }
    });
    if (written) this.call('GDALClose', null, written);
    return written !== 0;
  }

  /** Runs `use` with a pointer to a list of strings as C has it. */
  withStrings<T>(texts: readonly string[], use: (pointer: number) => T): T {
    const module = this.#module;
    const pointers = texts.map((text) => {
      const bytes = module.lengthBytesUTF8(text) + 1;
      const pointer = module._malloc(bytes);
      module.stringToUTF8(text, pointer, bytes);
      return pointer;
    });
    const list = module._malloc(4 * (pointers.length + 1));
    module.HEAPU32.set([...pointers, 0], list / 4);
    try {
      return use(list);
    } finally {
      for (const pointer of [list, ...pointers]) module._free(pointer);
    }
  }

  /** Runs `use` with room for `bytes` bytes. */
  withMemory<T>(bytes: number, use: (pointer: number) => T): T {
    const pointer = this.#module._malloc(bytes);
    try {
      return use(pointer);
    } finally {
      this.#module._free(pointer);
    }
  }

  /** The numbers at `pointer`, to read or write until the next call. */
  numbersAt(pointer: number, length: number): Float64Array {
    return this.#module.HEAPF64.subarray(pointer / 8, pointer / 8 + length);
  }

  /** The pointer at `pointer`, to read or write until the next call. */
  pointersAt(pointer: number, length: number): Uint32Array {
    return this.#module.HEAPU32.subarray(pointer / 4, pointer / 4 + length);
  }

  /** The text at `pointer`. */
  textAt(pointer: number): string {
    return this.#module.UTF8ToString(pointer);
  }

  /** Makes a folder, and those above it. */
  makeFolder(path: string): void {
    this.#module.FS.mkdirTree(path);
  }

  /** Writes a file, and the folders of its path. */
  writeFile(path: string, bytes: Uint8Array): void {
    this.makeFolder(path.slice(0, path.lastIndexOf('/')));
    this.#module.FS.writeFile(path, bytes);
  }

  /** The bytes of a file. @throws when there is none. */
  readFile(path: string): Uint8Array<ArrayBuffer> {
    return this.#module.FS.readFile(path);
  }

  /** Removes a file. */
  removeFile(path: string): void {
    this.#module.FS.unlink(path);
  }

  /** Paths of all that lies in a folder, folders after what they hold. */
  list(folder: string): { path: string; isFolder: boolean }[] {
    const { FS } = this.#module;
    const names = FS.readdir(folder).filter((name) => name !== '.' && name !== '..');
    return names.flatMap((name) => {
      const path = `${folder}/${name}`;
      const isFolder = FS.isDir(FS.stat(path).mode);
      return [...(isFolder ? this.list(path) : []), { path, isFolder }];
    });
  }

  /** Removes a folder with all that it holds. */
  remove(folder: string): void {
    const { FS } = this.#module;
    for (const { path, isFolder } of this.list(folder)) isFolder ? FS.rmdir(path) : FS.unlink(path);
    FS.rmdir(folder);
  }
}

/** `GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR`. */
const OPEN_FLAGS = 0x44;

const SETTINGS = {
  PROJ_LIB: '/usr/share/proj',
  GDAL_DATA: '/usr/share/gdal',
  CPL_LOG_ERRORS: 'ON',
  // There are no threads, and the Arrow reading of GeoPackage wants one.
  GDAL_NUM_THREADS: '0',
  OGR2OGR_USE_ARROW_API: 'NO',
  // The first row of a sheet names its columns, even when all of them hold text.
  OGR_XLSX_HEADERS: 'FORCE',
  OGR_ODS_HEADERS: 'FORCE',
  // Where the plan writes a name is no object.
  OGR_EDIGEO_CREATE_LABEL_LAYERS: 'NO',
  // Nothing is left out: the time limit holds instead.
  DXF_FEATURE_LIMIT_PER_BLOCK: '-1',
};
