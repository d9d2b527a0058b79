package chart

import "image/color"

// viridis holds anchors of the colour map of that name (van der Walt and Smith 2015, BIDS/colormap,
// CC0). Equal steps of value look like equal steps, also in grey and to colour-blind readers.
var viridis = hexes("440154", "48186A", "472D7B", "424086", "3B528B", "33638D", "2C728E", "26828E",
	"21918C", "1FA088",
	"28AE80", "3FBC73", "5EC962", "84D44B", "ADDC30", "D8E219", "FDE725")

// diverging holds anchors of a colour map for differences: blue below zero, orange above and light
// between. Both ends are equally dark.
var diverging = hexes("084C78", "2B7BB0", "7FB2D6", "C4DCEC", "F5F5F5", "F6D5B8", "E8A36A",
	"C56A1E", "7F3F00")

func hexes(all ...string) (cs []color.NRGBA) {
	digit := func(b byte) uint8 {
		if b >= 'A' {
			return b - 'A' + 10
		}
		return b - '0'
	}
	for _, s := range all {
		cs = append(cs, color.NRGBA{
			digit(s[0])<<4 | digit(s[1]), digit(s[2])<<4 | digit(s[3]),
			digit(s[4])<<4 | digit(s[5]), 0xFF,
		})
	}
	return cs
}

// lightest is the share of viridis that can still be seen as a line on white.
const lightest = 0.72

// levelColor is the colour of the i-th of n levels, from 0: the more the darker.
func levelColor(i, n int) color.NRGBA {
	return shade(viridis, lightest*(1-float64(i)/float64(max(n-1, 1))))
}

// shade returns the colour of a share from 0 to 1, linear between anchors.
func shade(anchors []color.NRGBA, share float64) color.NRGBA {
	at := min(max(share, 0), 1) * float64(len(anchors)-1)
	i := min(int(at), len(anchors)-2)
	mix := func(a, b uint8) uint8 {
		return uint8(float64(a) + float64((at-float64(i))*(float64(b)-float64(a))) + 0.5)
	}
	a, b := anchors[i], anchors[i+1]
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 0xFF}
}

// over returns the colour of words on a background: black or white, whichever gives more contrast.
// The contrast is at least 4.5.
func over(ground color.NRGBA) color.NRGBA {
	if luminance(ground) > 0.18 {
		return color.NRGBA{0, 0, 0, 0xFF}
	}
	return color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
}
