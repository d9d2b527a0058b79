// Package stats says what replicates show: means with honest intervals, paired comparisons, effect
// sizes, tests, equivalence, power, and times that some replicates never reach.
//
// A sample is a []float64 with one value per replicate. Functions are pure: they keep nothing,
// change no input and draw no chance but from a seed that they are given. What a sample cannot
// answer is an error, or a Note in words in an Estimate: one replicate, no variance, everyone at
// the ceiling, nobody reached it. NaN and infinities are refused, with their place, and never
// returned, except by Mean and Median of nothing.
//
//	replicates of A   0.52 0.61 0.47 0.58 ... --TInterval, BCa-->  mean [low, high]
//	   (paired by common random numbers)      --Paired, TOST---->  difference [low, high], verdict
//	replicates of B   0.50 0.55 0.48 0.51 ... --HedgesG--------->  effect size [low, high]
//
// Functions by task:
//
//   - describe a sample: [Mean], [Variance], [SD], [SE], [Median], [Quantile]
//   - a mean with an interval: [TInterval]; of a skew sample, or of another statistic: [BCa]
//   - the difference of two samples on common random numbers: [Paired]; the test beside it:
//     [PairedT], [SignedRank]
//   - how large a difference is: [HedgesG] in standard deviations, [CliffsDelta] in ranks
//   - that a difference is too small to matter, within a margin fixed beforehand: [TOST]
//   - independent samples: [Welch], [MannWhitney]; several of them: [KruskalWallis]
//   - many tests at once: [Holm]
//   - how many replicates to run: [PairsNeeded]
//   - times to an event that not all reach: [Censored]
//
// Every Estimate is the same to the last bit on amd64 (any version), 386, arm64 and wasm, and
// pinned by a test. To that end the package sums in order, rounds every product before it is added,
// and has its own exponential, logarithm, normal and t distribution; quantiles and p-values are
// rounded to 12 significant digits. BCa of a user's own statistic is the same where that statistic
// is.
//
// The formulas follow the sources named beside them, and the tests hold them against R 4.2:
// quantile (type 7), t.test, p.adjust, power.t.test, prop.test, wilcox.test, kruskal.test and the
// boot package.
package stats
