package network_test

import (
	"fmt"
	"math/rand/v2"
	"os"

	ranks "gonum.org/v1/gonum/graph/network"

	"orglearn/network"
)

func ExampleNewGraph() {
	g, err := network.NewGraph(4, []network.Edge{
		{From: 0, To: 1, Weight: 1}, {From: 1, To: 0, Weight: 1}, {From: 2, To: 0, Weight: 1},
		{From: 2, To: 3, Weight: 1},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("person 2 listens to", g.Heard(2))
	fmt.Println("person 0 is heard by", g.Reversed().Heard(0))
	fmt.Println("reciprocity", network.Reciprocity(g))
	// Output:
	// person 2 listens to [0 3]
	// person 0 is heard by [1 2]
	// reciprocity 0.5
}

// A small world is nearly as clustered as a lattice, and its paths are nearly as short as those of
// a random graph.
func ExampleGenerator() {
	for _, c := range []network.Generator{
		network.RingLattice{Neighbours: 10},
		network.WattsStrogatz{Neighbours: 10, Rewire: 0.05},
		network.Gnm{Edges: 5000},
	} {
		g, err := c.Graph(1000, rand.New(rand.NewPCG(1998, 1)))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%T: clustering %.2f, mean path %.1f\n", c, network.Clustering(g),
			network.PathsOf(g).Mean)
	}
	// Output:
	// network.RingLattice: clustering 0.67, mean path 50.5
	// network.WattsStrogatz: clustering 0.57, mean path 5.2
	// network.Gnm: clustering 0.01, mean path 3.3
}

// Every algorithm of gonum applies. In a star all listen to the hub, so the hub ranks first.
func ExampleGraph_Gonum() {
	g, err := network.Star{}.Graph(5, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	rank := ranks.PageRank(g.Gonum(), 0.85, 1e-9)
	fmt.Printf("hub %.3f, others %.3f\n", rank[0], rank[1])
	// Output: hub 0.476, others 0.131
}

// The randomized control of an organization keeps everyone's number of ties and changes their
// arrangement.
func ExampleRewireDegrees() {
	chance := rand.New(rand.NewPCG(2002, 1))
	teams, err := network.ConnectedCaveman{Size: 7}.Graph(280, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	control := network.RewireDegrees(teams, chance)
	fmt.Printf("teams:   mean degree %.0f, clustering %.2f\n", network.MeanDegree(teams),
		network.Clustering(teams))
	fmt.Printf("control: mean degree %.0f, clustering %.2f\n", network.MeanDegree(control),
		network.Clustering(control))
	// Output:
	// teams:   mean degree 6, clustering 0.87
	// control: mean degree 6, clustering 0.02
}

func ExampleWriteDOT() {
	g, err := network.Line{}.Graph(3, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := network.WriteDOT(os.Stdout, g, []string{"Ann", `Bob "B"`, "Cleo"}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// graph {
	// 	0 [label="Ann"];
	// 	1 [label="Bob \"B\""];
	// 	2 [label="Cleo"];
	// 	0 -- 1;
	// 	1 -- 2;
	// }
}

// A ring in which people have random numbers. CuthillMcKee gives neighbours adjacent numbers again.
func ExampleGraph_CuthillMcKee() {
	ring, err := network.RingLattice{Neighbours: 2}.Graph(1000, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	drawn := make([]int32, ring.People())
	for i, p := range rand.New(rand.NewPCG(1969, 1)).Perm(len(drawn)) {
		drawn[i] = int32(p)
	}
	shuffled, err := ring.Relabel(drawn)
	if err != nil {
		fmt.Println(err)
		return
	}
	order := shuffled.CuthillMcKee()
	near, err := shuffled.Relabel(order)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("person 500 hears, with drawn numbers:", shuffled.Heard(500))
	fmt.Println("and with those of the order:         ", near.Heard(500))
	fmt.Println("he was person", order[500])
	// Output:
	// person 500 hears, with drawn numbers: [82 560]
	// and with those of the order:          [498 502]
	// he was person 8
}
