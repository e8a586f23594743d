/**
 * Places the corners of a segment's box: half the width and a pixel around it. All lengths are in device pixels.
 */
export const vertexShader = /* glsl */ `#version 300 es
#define SHADER_NAME segment-layer-vertex-shader

in vec3 positions;
in vec2 instanceStarts;
in vec2 instanceEnds;
in vec4 instanceColors;
in float instanceWidths;

out vec4 vColor;
out vec2 vAt;
out float vLength;
out float vHalf;

void main(void) {
  vec4 start = project_position_to_clipspace(vec3(instanceStarts, 0.0), vec3(0.0), vec3(0.0));
  vec4 end = project_position_to_clipspace(vec3(instanceEnds, 0.0), vec3(0.0), vec3(0.0));
  vec2 scale = project.viewportSize * 0.5;
  vec2 run = (end.xy / end.w - start.xy / start.w) * scale;
  vLength = length(run);
  vec2 along = vLength > 0.0 ? run / vLength : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  vHalf = line.widthScale * instanceWidths * project.devicePixelRatio * 0.5;
  float reach = vHalf > 0.0 ? max(vHalf, 0.5) + 1.0 : 0.0;
  float forward = positions.x * 2.0 - 1.0;
  vAt = vec2(positions.x * vLength + forward * reach, positions.y * reach);
  vec4 corner = mix(start, end, positions.x);
  vec2 offset = (along * forward + across * positions.y) * reach / scale;
  gl_Position = corner + vec4(offset * corner.w, 0.0, 0.0);
  vColor = vec4(instanceColors.rgb, instanceColors.a * layer.opacity);
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
