// Package stats says what replicates show: means with intervals, paired comparisons, effect sizes,
// tests, equivalence, power, and times that some replicates never reach.
//
// A sample is a []float64 with one value per replicate. Functions are pure: they keep no state,
// change no input, and use no randomness except from a seed in their arguments. Where a sample
// cannot answer a question, the function returns an error, or an Estimate with a Note in words.
// Examples are one replicate, no variance, and an event that nobody reached. NaN and infinities are
// refused, and the error names their place. They are never returned, except by Mean and Median of
// no values.
//
//	replicates of A   0.52 0.61 0.47 0.58 ... --TInterval, BCa-->  mean [low, high]
//	   (paired by common random numbers)      --Paired, TOST---->  difference [low, high], verdict
//	replicates of B   0.50 0.55 0.48 0.51 ... --HedgesG--------->  effect size [low, high]
//
// # Words
//
//	replicate              one run; replicate r of two scenarios has the same chance in both
//	common random numbers  the same chance in the replicates of two samples, which pairs them
//	level                  the probability that an interval holds the true value, such as 0.95
//	alpha                  the probability of a wrong rejection, such as 0.05
//	margin                 a difference that does not matter, fixed before the data are seen
//	effect size            a difference without units: in standard deviations or in ranks
//	tie                    two values that are equal
//	order statistic        a value by its place in the sorted sample
//	score interval         Wilson's interval of a share, which also holds at shares of 0 and 1
//
// Functions by task:
//
//   - describe a sample: [Mean], [Variance], [SD], [SE], [Median], [Quantile]
//   - a mean with an interval: [TInterval]; values between two bounds: [Bounded]; a skew sample, or
//     another statistic: [BCa]
//   - the difference of two samples on common random numbers: [Paired]; tests of it: [PairedT],
//     [SignedRank]
//   - how large a difference is: [HedgesG] in standard deviations, [CliffsDelta] in ranks
//   - the chance to be ahead of several rivals: [AheadOf]
//   - whether a difference is too small to matter, within a margin: [TOST]; within a share of the
//     level of the values: [RelativeTOST]
//   - independent samples: [Welch], [MannWhitney]; several of them: [KruskalWallis]
//   - many tests at once: [Holm]; pairs of hypotheses that exclude each other: [HolmExclusive]
//   - how many replicates to run: [PairsNeeded]
//   - times to an event that some replicates never reach: [Censored]
//
// Every Estimate is the same to the last bit on amd64 (any version), 386, arm64 and wasm, and a
// test pins it. For this the package sums in order and rounds every product before it is added. It
// has its own exponential, logarithm, normal and t distribution. Quantiles and p-values are rounded
// to 12 significant digits. BCa of a user's own statistic is the same where that statistic is the
// same.
//
// The formulas follow the sources named beside them. The tests check them against R 4.2: quantile
// (type 7), t.test, p.adjust, power.t.test, prop.test, wilcox.test, kruskal.test and the boot
// package.
package stats
