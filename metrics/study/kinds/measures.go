package kinds

import (
	"strings"

	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/models"
	"orglearn/sim/setups"
)

// Measure is a metric that a study can name.
type Measure struct {
	Name    string // lower case, words joined by hyphens
	Channel bool   // it is of one channel
	of      func(channel string) metrics.Metric
}

// Metric returns the metric, under the name that a study gives it: "score", or for a channel other
// than that of the setups "taken code". A measure that is of no channel ignores it.
func (m Measure) Metric(channel string) metrics.Metric {
	metric := m.of(channel)
	metric.Name = m.Name
	if m.Channel && channel != setups.Channel {
		metric.Name += " " + channel
	}
	return metric
}

// FindMetric returns the metric that a text names: a measure, perhaps with a channel after it.
func FindMetric(text string) (metrics.Metric, bool) {
	name, channel, given := strings.Cut(text, " ")
	if !given {
		channel = setups.Channel
	}
	for _, m := range Measures() {
		if m.Name == name && (m.Channel || !given) {
			return m.Metric(channel), true
		}
	}
	return metrics.Metric{}, false
}

// Measures returns all metrics that a study can name.
func Measures() []Measure {
	var all []Measure
	for _, m := range []struct {
		name string
		metrics.Metric
	}{
		{"score", metrics.Score}, {"best", metrics.Best}, {"norm-score", metrics.NormScore},
		{"knowledge", metrics.Knowledge}, {"consensus", metrics.Consensus},
		{"diversity", metrics.Diversity}, {"distinct", metrics.Distinct},
		{"inequality", metrics.Inequality}, {"newcomers", metrics.Newcomers},
		{"performance", metrics.Performance}, {"tenure", metrics.Tenure},
		{"people-to-sample", metrics.ToSample},
		{"individualism", metrics.Trait(practice.Individualism)},
		{"competition", metrics.Trait(practice.Competition)},
		{"short-termism", metrics.Trait(practice.ShortTermism)},
		{"regions", ofModel("regions", "regions", models.Axelrod1997{}.Regions)},
		{"efficiency", ofModel("efficiency", "share", models.Shore2015{}.Efficiency)},
		{"theories-said", ofModel("theories", "theories", models.Shore2015{}.TheoriesSaid)},
		{"median-change", ofModel("change", "deviations", models.Becker2017{}.MedianChange)},
		{"mean-improved", ofModel("improved", "share", models.Becker2017{}.MeanImproved)},
	} {
		all = append(all, Measure{m.name, false, func(string) metrics.Metric { return m.Metric }})
	}
	for _, m := range ofChannels {
		all = append(all, Measure{m.name, true, m.of})
	}
	return all
}

func ofModel(name, unit string, of func(*sim.Model) float64) metrics.Metric {
	return metrics.Metric{Name: name, Unit: unit, Of: of}
}

// ofChannels are the metrics of one channel.
var ofChannels = []struct {
	name string
	of   func(channel string) metrics.Metric
}{
	{"said", metrics.Said}, {"objectified", metrics.Objectified}, {"taken", metrics.Taken},
	{"answered", metrics.Answered}, {"reused", metrics.Reused}, {"kept", metrics.Kept},
	{"between", metrics.Between}, {"within", metrics.Within},
	{"between-share", metrics.BetweenShare}, {"heard", metrics.Heard},
	{"attendance", metrics.Attendance}, {"left", metrics.Left},
	{"commitment", metrics.Commitment}, {"energy", metrics.Energy},
	{"animation", metrics.Animation}, {"silence", metrics.Silence},
	{"attention-lag", metrics.AttentionLag}, {"attention-wasted", metrics.AttentionWasted},
	{"solutions-kept", metrics.SolutionsKept}, {"on-agenda", metrics.OnAgenda},
	{"contradiction", metrics.Contradiction}, {"complacency", metrics.Complacency},
	{"reversals", metrics.Reversals}, {"drama", metrics.Drama},
	{"entries", metrics.Entries}, {"wrong", metrics.Wrong}, {"outdated", metrics.Outdated},
	{"entry-age", metrics.EntryAge}, {"communities", metrics.Communities},
	{"community-size", metrics.CommunitySize}, {"community-age", metrics.CommunityAge},
	{"in-communities", metrics.InCommunities}, {"affinity", metrics.Affinity},
	{"closure", metrics.Closure}, {"withheld", metrics.Withheld},
	{"unbelieved", metrics.Unbelieved}, {"contradicted", metrics.Contradicted},
	{"leavers", metrics.Leavers}, {"interventions", metrics.Interventions},
	{"disseminated", metrics.Disseminated}, {"disseminated-units", metrics.DisseminatedUnits},
	{"integrated", metrics.Integrated}, {"contacts", metrics.Contacts},
	{"density", metrics.Density}, {"path-length", metrics.PathLength},
	{"reachable", metrics.Reachable}, {"clustering", metrics.Clustering},
	{"top-norm", metrics.TopNorm}, {"acceptance", metrics.Acceptance}, {"ahead", metrics.Ahead},
	{"apart", metrics.Apart}, {"strength", metrics.Strength}, {"granted", metrics.Granted},
	{"tasks-done", metrics.TasksDone}, {"known-for", metrics.KnownFor},
	{"rightly-known", metrics.RightlyKnown}, {"full-members", metrics.FullMembers},
	{"meeting-time", metrics.MeetingTime}, {"occupied", metrics.Occupied},
	{"trust", metrics.Trust}, {"trust-spread", metrics.TrustSpread},
	{"trust-in-merit", metrics.TrustInMerit}, {"trust-to-answer", metrics.TrustToAnswer},
	{"voice-tenure", metrics.VoiceTenure},
	{"set-apart", metrics.SetApart}, {"idle", metrics.Idle},
	{"community-idle", metrics.CommunityIdle},
}
