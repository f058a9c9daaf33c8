import sharp from 'sharp';

/** Metadata that a phone writes into a photo, as words that can be searched for in a site's files. */
export const planted = {
  model: 'PlantedPhone 12',
  maker: 'PlantedMaker',
  owner: 'PlantedOwner',
  xmp: 'PlantedXmp',
  iptc: 'PlantedIptc',
  comment: 'PlantedComment',
} as const;

/** 50° 3′ 42″ N, 19° 56′ 15″ E: the place where the photo was taken. */
const gps = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '50/1 3/1 42/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '19/1 56/1 15/1',
};

/**
 * A photo as a phone saves it when held upright: 12 megapixels stored sideways, with the place, the camera and its
 * owner in EXIF, XMP and IPTC, a comment, and colours beyond sRGB. When shown upright, its upper left is red.
 */
export async function phonePhoto({ width = 4032, height = 3024 } = {}): Promise<Buffer> {
  // Stored sideways (orientation 6): the upper left of the upright photo is in the lower left here.
  const red = await sharp({ create: { width: width >> 1, height: height >> 1, channels: 3, background: '#d01010' } })
    .png()
    .toBuffer();
  const photo = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#3060a0',
      noise: { type: 'gaussian', mean: 128, sigma: 12 },
    },
  })
    .composite([{ input: red, left: 0, top: height - (height >> 1) }])
    .jpeg({ quality: 85 })
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    .withExifMerge({
      IFD0: { Make: planted.maker, Model: planted.model, Artist: planted.owner },
      IFD2: { CameraOwnerName: planted.owner, DateTimeOriginal: '2033:03:02 22:15:00' },
      IFD3: gps,
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="50,3.7N" dc:source="${planted.xmp}"/></rdf:RDF></x:xmpmeta>`,
    )
    .toBuffer();
  return Buffer.concat([photo.subarray(0, 2), iptcSegment(), comment(), photo.subarray(2)]);
}

/** A segment of a JPEG file (ITU-T T.81, B.1.1.4): marker, length, content. */
function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** IPTC in an APP13 segment: a city (2:90), in Photoshop's resource 0x0404. */
function iptcSegment(): Buffer {
  const city = Buffer.from(planted.iptc);
  const data = Buffer.concat([Buffer.from([0x1c, 2, 90, 0, city.length]), city]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const resource = Buffer.concat([Buffer.from('8BIM\x04\x04\0\0', 'latin1'), size, data]);
  return segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), resource]));
}

const comment = () => segment(0xfe, Buffer.from(planted.comment));
