import { BadRequestException, HttpException, PayloadTooLargeException } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer, { MulterError, type Options, type StorageEngine } from 'multer';
import type { EventEmitter } from 'node:events';
import { callbackify } from 'node:util';
import type { Incoming, ReceivedFile, Reception } from './incoming.js';
import type { ArrivedFile, UploadProblem } from './upload.js';

/** What a form may bring. Further limits, as those of an assignment, are the handler's to check. */
export interface UploadLimits {
  /** Name of the form's field; files under other names are ignored. */
  field: string;
  maxFiles: number;
  /** Of one file. */
  maxBytes: number;
}

export interface Multipart {
  fields: Record<string, string | string[]>;
  files: ArrivedFile[];
  problems: UploadProblem[];
  /** Why the disk would not take a file. */
  faults: unknown[];
}

/** Room for the text fields of a request, as much as a form without files may send. */
const FIELDS_BYTES = 512 * 1024;

/** The longest body that a request within the limits can have. */
export const longestBody = ({ maxFiles, maxBytes }: UploadLimits): number =>
  maxFiles * maxBytes + 2 * FIELDS_BYTES;

/**
 * Reads a multipart body to its end: fields as they would arrive without files, and files into the waiting room. A
 * file that is too large, one too many or one that the disk refuses costs nobody the text beside it.
 * @throws HttpException where it is no form (400), or its text is too long (413); no file is left then.
 */
export async function readMultipart(
  request: Request,
  response: Response,
  limits: UploadLimits,
  incoming: Incoming,
): Promise<Multipart> {
  const found: Multipart = {
    fields: Object.create(null) as Multipart['fields'],
    files: [],
    problems: [],
    faults: [],
  };
  const read = multer(optionsFor(limits, incoming, found)).any();
  await new Promise<void>((resolve, reject) =>
    read(request, response, (error: unknown) => (error ? reject(asHttp(error)) : resolve())),
  );
  found.files = filesOf(request);
  return found;
}

/** In the order of the form; which of them was on the disk first says nothing. */
const filesOf = (request: Request): ArrivedFile[] =>
  ((request.files ?? []) as (Express.Multer.File & Partial<ReceivedFile>)[]).flatMap(
    ({ originalname: name, path, sha256, bytes }) =>
      sha256 === undefined || bytes === undefined ? [] : [{ name, path, sha256, bytes, type: undefined }],
  );

type MulterOptions = Options & { streamHandler: (request: Request, parser: Parser) => void };
type Parser = EventEmitter & NodeJS.WritableStream;

function optionsFor(limits: UploadLimits, incoming: Incoming, found: Multipart): MulterOptions {
  let wanted = 0;
  return {
    storage: new WaitingRoom(incoming, limits.maxBytes, found),
    defParamCharset: 'utf8',
    limits: { fieldNameSize: 200, fieldSize: FIELDS_BYTES, fields: 3000, parts: 3500, fieldNestingDepth: 1 },
    fileFilter: (_request, file, decide) => {
      if (file.fieldname !== limits.field) return decide(null, false);
      wanted += 1;
      if (wanted <= limits.maxFiles) return decide(null, true);
      found.problems.push({ reason: 'too-many', name: file.originalname, maxFiles: limits.maxFiles });
      decide(null, false);
    },
    streamHandler: (request, parser) => {
      parser.on('field', (name: string | undefined, value: string) => addField(found.fields, name, value));
      request.pipe(parser);
    },
  };
}

/** multer would make objects of `name[key]`; forms are read flat here, whichever way they come. */
function addField(fields: Multipart['fields'], name: string | undefined, value: string): void {
  if (name === undefined) return;
  const before = fields[name];
  fields[name] = before === undefined ? value : [before, value].flat();
}

type Done = (error: unknown, info?: Partial<ReceivedFile>) => void;

/** Hands multer's files to the waiting room. */
class WaitingRoom implements StorageEngine {
  constructor(
    private readonly incoming: Incoming,
    private readonly maxBytes: number,
    private readonly found: Multipart,
  ) {}

  _handleFile(_request: Request, file: Express.Multer.File, done: Done): void {
    callbackify(() => this.receive(file))(done);
  }

  _removeFile(_request: Request, { path }: Express.Multer.File, done: (error: Error | null) => void): void {
    callbackify(async () => (path ? this.incoming.remove(path) : undefined))(done);
  }

  private async receive({ originalname, stream }: Express.Multer.File): Promise<Partial<ReceivedFile>> {
    return this.note(originalname, await this.incoming.receive(stream, this.maxBytes));
  }

  private note(name: string, reception: Reception): Partial<ReceivedFile> {
    const { problems, faults } = this.found;
    if (reception.kind === 'received') return reception.file;
    if (reception.kind === 'not-stored') faults.push(reception.error);
    const { maxBytes } = this;
    problems.push(
      reception.kind === 'too-large'
        ? { reason: 'too-large', name, maxBytes }
        : { reason: 'not-stored', name },
    );
    return {};
  }
}

const tooLong = new Set(['LIMIT_FIELD_VALUE', 'LIMIT_FIELD_COUNT', 'LIMIT_PART_COUNT']);

/** What is wrong with the body is the sender's to hear of; so is that it broke off, should anybody still listen. */
function asHttp(error: unknown): HttpException {
  const code = error instanceof MulterError ? error.code : '';
  if (tooLong.has(code)) return new PayloadTooLargeException('form too long', { cause: error });
  return new BadRequestException('unreadable form', { cause: error });
}
