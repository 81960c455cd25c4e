// Reads the parts of a 64-bit ELF library that say which symbol versions it needs, as views onto its bytes.
// Layout and names: System V gABI (Elf64_Ehdr, Elf64_Shdr, Elf64_Sym) and the Linux Standard Base on symbol
// versions (Elf64_Verneed, Elf64_Vernaux).

import { errorCode } from './error-code.ts';

/** What Buffer's read functions throw beyond the end. */
const OUTSIDE_BUFFER = new Set<unknown>(['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS']);

const IDENTIFICATION = { magic: 0, class: 4, data: 5 };
const ELF_MAGIC = 0x464c457f; // 7f 'E' 'L' 'F', read as little-endian
const CLASS_64_BIT = 2;
const DATA_LITTLE_ENDIAN = 1;

const FILE_HEADER = { size: 64, sectionTableOffset: 40, sectionEntrySize: 58, sectionCount: 60 };
const SECTION_HEADER = { size: 64, type: 4, offset: 24, length: 32, link: 40, info: 44 };
const SECTION_TYPE = { dynamicSymbols: 11, versionNeeds: 0x6ffffffe, symbolVersions: 0x6fffffff };
const SYMBOL = { size: 24, name: 0, section: 6 };
const UNDEFINED_SECTION = 0;
const SYMBOL_VERSION_SIZE = 2;
const VERSION_INDEX_MASK = 0x7fff; // the top bit only says "hidden"
const LIBRARY_NEED = { size: 16, versionCount: 2, firstVersion: 8, next: 12 };
const VERSION_NEED = { size: 16, hash: 0, index: 6, name: 8, next: 12 };

/** The file is not a library of the kind expected. */
export class UnexpectedElfFile extends Error {
  readonly code = 'unexpected-elf-file';

  constructor(what: string, options?: ErrorOptions) {
    super(`The embedded database library does not look as expected: ${what}`, options);
    this.name = 'UnexpectedElfFile';
  }
}

/** A version that the library asks another library for, such as GLIBC_2.38 of libc.so.6. */
export type NeededVersion = { name: string; nameOffset: number; index: number; at: number };

/** A symbol that another library must provide; `versionIndex` is the `index` of a NeededVersion. */
export type NeededSymbol = { name: string; nameOffset: number; versionIndex: number; at: number };

/** What a library asks of others. `at` is where an entry starts in the file, `nameOffset` counts from the string table. */
export type ElfNeeds = { versions: NeededVersion[]; symbols: NeededSymbol[] };

type Section = { type: number; offset: number; length: number; link: number; info: number };

/** Reads what the library needs. Throws `UnexpectedElfFile` when it is no little-endian ELF64 with versioned symbols. */
export function readElfNeeds(file: Buffer): ElfNeeds {
  try {
    checkIdentification(file);
    const sections = readSections(file);
    return { versions: readVersions(file, sections), symbols: readSymbols(file, sections) };
  } catch (error) {
    if (OUTSIDE_BUFFER.has(errorCode(error)))
      throw new UnexpectedElfFile('it is cut short', { cause: error });
    throw error;
  }
}

/** Gives a needed symbol another name, by its place in the string table. */
export function renameSymbol(file: Buffer, symbol: NeededSymbol, nameOffset: number): void {
  file.writeUInt32LE(nameOffset, symbol.at + SYMBOL.name);
}

/** Makes an entry ask for the version that `wanted` asks for; its symbols follow without being touched. */
export function replaceVersion(file: Buffer, entry: NeededVersion, wanted: NeededVersion): void {
  file.writeUInt32LE(wanted.nameOffset, entry.at + VERSION_NEED.name);
  file.writeUInt32LE(file.readUInt32LE(wanted.at + VERSION_NEED.hash), entry.at + VERSION_NEED.hash);
}

function checkIdentification(file: Buffer): void {
  if (file.length < FILE_HEADER.size || file.readUInt32LE(IDENTIFICATION.magic) !== ELF_MAGIC)
    throw new UnexpectedElfFile('it is no ELF file');
  if (file[IDENTIFICATION.class] !== CLASS_64_BIT || file[IDENTIFICATION.data] !== DATA_LITTLE_ENDIAN)
    throw new UnexpectedElfFile('it is not 64-bit little-endian');
}

function readSections(file: Buffer): Section[] {
  const table = readOffset(file, FILE_HEADER.sectionTableOffset);
  const count = file.readUInt16LE(FILE_HEADER.sectionCount);
  if (count === 0 || file.readUInt16LE(FILE_HEADER.sectionEntrySize) !== SECTION_HEADER.size)
    throw new UnexpectedElfFile('it has no section table');
  return Array.from({ length: count }, (_, number) =>
    readSection(file, table + number * SECTION_HEADER.size),
  );
}

function readSection(file: Buffer, at: number): Section {
  return {
    type: file.readUInt32LE(at + SECTION_HEADER.type),
    offset: readOffset(file, at + SECTION_HEADER.offset),
    length: readOffset(file, at + SECTION_HEADER.length),
    link: file.readUInt32LE(at + SECTION_HEADER.link),
    info: file.readUInt32LE(at + SECTION_HEADER.info),
  };
}

/** The version needs: a chain of libraries, each with a chain of versions. Steps are relative to the entry. */
function readVersions(file: Buffer, sections: Section[]): NeededVersion[] {
  const needs = only(sections, SECTION_TYPE.versionNeeds, 'version needs');
  const names = linked(sections, needs);
  const versions: NeededVersion[] = [];
  let library = needs.offset;
  for (let left = needs.info; left > 0; left -= 1) {
    inside(needs, library, LIBRARY_NEED.size);
    let at = library + file.readUInt32LE(library + LIBRARY_NEED.firstVersion);
    for (let more = file.readUInt16LE(library + LIBRARY_NEED.versionCount); more > 0; more -= 1) {
      inside(needs, at, VERSION_NEED.size);
      versions.push(readVersion(file, names, at));
      at += file.readUInt32LE(at + VERSION_NEED.next);
    }
    library += file.readUInt32LE(library + LIBRARY_NEED.next);
  }
  return versions;
}

function readVersion(file: Buffer, names: Section, at: number): NeededVersion {
  const nameOffset = file.readUInt32LE(at + VERSION_NEED.name);
  return {
    name: readName(file, names, nameOffset),
    nameOffset,
    index: file.readUInt16LE(at + VERSION_NEED.index),
    at,
  };
}

function readSymbols(file: Buffer, sections: Section[]): NeededSymbol[] {
  const table = only(sections, SECTION_TYPE.dynamicSymbols, 'dynamic symbols');
  const versions = only(sections, SECTION_TYPE.symbolVersions, 'symbol versions');
  const names = linked(sections, table);
  const count = table.length / SYMBOL.size;
  if (!Number.isInteger(count) || versions.length !== count * SYMBOL_VERSION_SIZE)
    throw new UnexpectedElfFile('its symbols and their versions do not match');
  const symbols: NeededSymbol[] = [];
  for (let number = 0; number < count; number += 1) {
    const at = table.offset + number * SYMBOL.size;
    if (file.readUInt16LE(at + SYMBOL.section) !== UNDEFINED_SECTION) continue;
    const nameOffset = file.readUInt32LE(at + SYMBOL.name);
    const version = file.readUInt16LE(versions.offset + number * SYMBOL_VERSION_SIZE);
    symbols.push({
      name: readName(file, names, nameOffset),
      nameOffset,
      versionIndex: version & VERSION_INDEX_MASK,
      at,
    });
  }
  return symbols;
}

function only(sections: Section[], type: number, what: string): Section {
  const [section, ...others] = sections.filter((candidate) => candidate.type === type);
  if (section === undefined || others.length > 0) throw new UnexpectedElfFile(`it has no table of ${what}`);
  return section;
}

function linked(sections: Section[], section: Section): Section {
  const target = sections[section.link];
  if (target === undefined) throw new UnexpectedElfFile('a table names no string table');
  return target;
}

function inside(section: Section, at: number, size: number): void {
  if (at < section.offset || at + size > section.offset + section.length)
    throw new UnexpectedElfFile('an entry lies outside its table');
}

function readName(file: Buffer, names: Section, nameOffset: number): string {
  const start = names.offset + nameOffset;
  const end = file.indexOf(0, start);
  if (nameOffset >= names.length || end < 0 || end >= names.offset + names.length)
    throw new UnexpectedElfFile('a name lies outside its string table');
  return file.toString('latin1', start, end);
}

function readOffset(file: Buffer, at: number): number {
  const value = file.readBigUInt64LE(at);
  if (value > BigInt(file.length)) throw new UnexpectedElfFile('it is cut short');
  return Number(value);
}
