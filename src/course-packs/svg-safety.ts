const ELEMENTS = new Set(
  (
    'svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker clipPath ' +
    'linearGradient radialGradient stop'
  ).split(' '),
);

type SvgFault = 'notSvg' | 'entity' | 'element' | 'handler' | 'reference';

/**
 * What makes an SVG more than a drawing; null where it is one: only shapes, texts and gradients, no handlers, no
 * entities, and references to nothing but itself. It is shown as an image under a policy that runs nothing; this is
 * the wall before that one.
 */
export function svgFault(source: string): SvgFault | null {
  const bare = source.replace(/^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?/, '').replaceAll(/<!--[\s\S]*?-->/g, '');
  if (!/^\s*<svg[\s>]/.test(bare) || !/<\/svg>\s*$/.test(bare)) return 'notSvg';
  if (/<!|<\?|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(bare)) return 'entity';
  const names = [...bare.matchAll(/<\/?\s*([^\s/>]*)/g)].map(([, name = '']) => name);
  if (names.some((name) => !ELEMENTS.has(name))) return 'element';
  if (/[\s"'/]on[a-z]+\s*=/i.test(bare)) return 'handler';
  if (/href\s*=\s*["']?(?!#)/i.test(bare.replaceAll(/href\s*=\s*["']#/gi, ''))) return 'reference';
  return /url\(\s*["']?(?!#)|javascript:|@import/i.test(bare.replaceAll(/url\(\s*["']?#/gi, ''))
    ? 'reference'
    : null;
}
