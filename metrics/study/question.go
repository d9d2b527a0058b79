package study

// Compare is a difference that a study asks for: an organization less another, at each point of the
// axes, paired by replicate.
type Compare struct {
	Metric  string
	Tick    int // or End
	Between [2]string
	Margin  float64 // differences below it count as none; 0 or more
}

// Until runs more replicates until a difference is known well enough. See Looks.
type Until struct {
	Compare
	HalfWidth float64 // of the interval of the difference at each point, above 0
	Most      int     // replicates, at most; one of Looks
}

// Looks are the numbers of replicates at which Until looks whether it has enough.
var Looks = [...]int{64, 128, 256, 512, 1024, 2048}

// Hypothesis is a claim made before the first run: in the cell Higher a metric is higher than in
// the cell Lower, by at least By.
type Hypothesis struct {
	Name          string
	Metric        string
	Tick          int    // or End
	Higher, Lower string // names of cells
	By            float64
}

// Target is a number that calibration wants to reach: the mean of a metric over replicates.
type Target struct {
	Metric string
	Tick   int // or End
	Value  float64
}
