import { Controller, Get, Param } from '@nestjs/common';
import { SignedIn } from '../platform/access/access.js';
import { type BlobAnswer, pictureAnswer } from '../platform/uploads/blob-answer.js';
import { PicturesService } from './pictures.service.js';

/** The pictures of lessons. An address holds the hash of its content, so a phone asks for it once. */
@SignedIn()
@Controller('pictures')
export class PicturesController {
  constructor(private readonly pictures: PicturesService) {}

  @Get(':sha256')
  async show(@Param('sha256') sha256: string): Promise<BlobAnswer> {
    const { blob, name } = await this.pictures.find(sha256);
    return pictureAnswer(blob, name);
  }
}
