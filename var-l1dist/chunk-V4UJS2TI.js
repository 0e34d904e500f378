// src/answer/model.ts
var NO_USAGE = { input: 0, output: 0, cost: 0 };
function addUsage(one, other) {
  return { input: one.input + other.input, output: one.output + other.output, cost: one.cost + other.cost };
}

export {
  NO_USAGE,
  addUsage
};
//# sourceMappingURL=chunk-V4UJS2TI.js.map
