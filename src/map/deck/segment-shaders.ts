/** Segments in a row of the textures that hold them; every WebGL 2 takes as many. */
export const SEGMENTS_A_ROW = 1024;

const uniformBlock = /* glsl */ `layout(std140) uniform segmentUniforms {
  vec4 color;
  float width;
  float hasLooks;
} segment;
`;

/** What a set of segments has in common. */
export const segmentUniforms = {
  name: 'segment',
  vs: uniformBlock,
  uniformTypes: { color: 'vec4<f32>', width: 'f32', hasLooks: 'f32' },
} as const;

/**
 * Places the corners of a segment's box: half the width and a pixel around it. All lengths are in device pixels. Corner 6 n to 6 n + 5 are
 * those of segment n.
 */
export const vertexShader = /* glsl */ `#version 300 es
#define SHADER_NAME segment-layer-vertex-shader
precision highp float;
precision highp sampler2D;

uniform sampler2D segmentEdges;
uniform sampler2D segmentLooks;

out vec4 vColor;
out vec2 vAt;
out float vLength;
out float vHalf;

void main(void) {
  int index = gl_VertexID / 6;
  int corner = gl_VertexID - 6 * index;
  float end01 = corner == 2 || corner == 3 || corner == 5 ? 1.0 : 0.0;
  float side = corner == 1 || corner == 4 || corner == 5 ? 1.0 : -1.0;
  ivec2 place = ivec2(index % ${SEGMENTS_A_ROW}, index / ${SEGMENTS_A_ROW});
  vec4 edge = texelFetch(segmentEdges, place, 0);
  vec4 look = segment.color;
  float width = segment.width;
  if (segment.hasLooks > 0.5) {
    vec4 own = texelFetch(segmentLooks, place, 0);
    look = vec4(own.rgb, 1.0);
    width *= own.a * 255.0 / 16.0;
  }
  vec4 start = project_position_to_clipspace(vec3(edge.xy, 0.0), vec3(0.0), vec3(0.0));
  vec4 end = project_position_to_clipspace(vec3(edge.zw, 0.0), vec3(0.0), vec3(0.0));
  vec2 scale = project.viewportSize * 0.5;
  vec2 run = (end.xy / end.w - start.xy / start.w) * scale;
  vLength = length(run);
  vec2 along = vLength > 0.0 ? run / vLength : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  vHalf = width * project.devicePixelRatio * 0.5;
  float reach = vHalf > 0.0 ? max(vHalf, 0.5) + 1.0 : 0.0;
  float forward = end01 * 2.0 - 1.0;
  vAt = vec2(end01 * vLength + forward * reach, side * reach);
  vec2 offset = (along * forward + across * side) * reach / scale;
  vec4 at = end01 > 0.5 ? end : start;
  gl_Position = at + vec4(offset * at.w, 0.0, 0.0);
  vColor = vec4(look.rgb, look.a * layer.opacity);
}
`;

/** Fills the pixels nearer to the segment than half its width; a line thinner than a pixel is drawn fainter. */
export const fragmentShader = /* glsl */ `#version 300 es
#define SHADER_NAME segment-layer-fragment-shader
precision highp float;

in vec4 vColor;
in vec2 vAt;
in float vLength;
in float vHalf;

out vec4 fragColor;

void main(void) {
  float beyond = max(max(-vAt.x, vAt.x - vLength), 0.0);
  float distance = length(vec2(beyond, vAt.y));
  float cover = clamp(max(vHalf, 0.5) - distance + 0.5, 0.0, 1.0) * min(vHalf * 2.0, 1.0);
  if (cover <= 0.0) discard;
  fragColor = vec4(vColor.rgb, vColor.a * cover);
}
`;
