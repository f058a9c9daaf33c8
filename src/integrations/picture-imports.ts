import { existsSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { ContentPicture } from '../images/figure.ts';
import { isPictureName } from '../model/pictures.ts';

const mark = '\0picture:';

/**
 * Keeps Vite from publishing unprocessed pictures from the content folder. An import returns the picture's path, from which a
 * component makes a figure (components/MdxPicture.astro).
 */
export function pictureImports(content: string): AstroIntegration {
  return {
    name: 'picture-imports',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'picture-imports',
                enforce: 'pre',
                resolveId(source: string, importer: string | undefined) {
                  const path = source.split('?')[0] as string;
                  if (!isPictureName(path) || (!isAbsolute(path) && importer === undefined)) return undefined;
                  const file = isAbsolute(path)
                    ? path
                    : resolve(dirname((importer as string).split('?')[0] as string), path);
                  const inside = relative(content, file);
                  if (inside.startsWith('..') || isAbsolute(inside) || !existsSync(file)) return undefined;
                  // Astro would process an id that ends in a picture's extension.
                  return `${mark}${inside.split(sep).join('/')}:`;
                },
                load(id: string) {
                  if (!id.startsWith(mark)) return undefined;
                  const picture: ContentPicture = { contentPicture: id.slice(mark.length, -1) };
                  return `export default ${JSON.stringify(picture)};`;
                },
              },
            ],
          },
        });
      },
    },
  };
}
