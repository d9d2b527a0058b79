package network_test

import (
	"testing"

	"orglearn/network"
)

func benchmarkBuild(b *testing.B, s network.Structure) {
	b.ReportAllocs()
	for b.Loop() {
		mustBuild(b, s, 1e6, 1)
	}
}

func BenchmarkIsolated(b *testing.B)  { benchmarkBuild(b, network.Isolated{Size: 10}) }
func BenchmarkHierarchy(b *testing.B) { benchmarkBuild(b, network.Hierarchy{Span: 9}) }
func BenchmarkCommunities(b *testing.B) {
	benchmarkBuild(b, network.Communities{Team: 10, Size: 10})
}
func BenchmarkPeriphery(b *testing.B) {
	benchmarkBuild(b, network.Communities{Team: 10, Size: 10, Periphery: 3})
}
func BenchmarkDenseCommunities(b *testing.B) {
	benchmarkBuild(b, network.Communities{Team: 900, Size: 1000})
}
func BenchmarkPairs(b *testing.B) { benchmarkBuild(b, network.Pairs{}) }

func BenchmarkRewirePairs(b *testing.B) {
	u, src := mustBuild(b, network.Pairs{}, 1e6, 1), chance(1)
	for b.Loop() {
		network.Pairs{}.Rewire(u, 1, src)
	}
}

func BenchmarkReshuffle(b *testing.B) {
	for name, s := range map[string]network.Structure{
		"isolated": network.Isolated{Size: 10}, "communities": network.Communities{Team: 10,
			Size: 10}, "organization": network.Organization{},
	} {
		b.Run(name, func(b *testing.B) {
			u, src := mustBuild(b, s, 1e6, 1), chance(1)
			for b.Loop() {
				if err := u.Reshuffle(src); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkBudget(b *testing.B) {
	for name, s := range map[string]network.Structure{
		"communities":  network.Communities{Team: 10, Size: 10},
		"organization": network.Organization{}, "pairs": network.Pairs{},
	} {
		b.Run(name, func(b *testing.B) {
			u := mustBuild(b, s, 1e6, 1)
			for b.Loop() {
				u.Budget()
			}
		})
	}
}

func BenchmarkContacts(b *testing.B) {
	u := mustBuild(b, network.Communities{Team: 10, Size: 10}, 1e6, 1)
	b.ReportAllocs()
	for b.Loop() {
		u.Contacts()
	}
}
