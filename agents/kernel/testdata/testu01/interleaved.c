/*
 * Feeds the streams of package agents, interleaved as a model draws them, to the batteries of TestU01 (L'Ecuyer and Simard 2007).
 * See README.md.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <TestU01.h>

#define ROW 1000 /* people, or replicates, side by side */
#define DRAWS 4  /* words that each of them draws a tick, or random digits of a coin */
#define BODY 30  /* words of a person's lanes */

typedef unsigned __int128 u128;

#define MULTIPLIER UINT64_C(0xD2B74407B1CE6E93)
#define WEYL UINT64_C(0x9E3779B97F4A7C15)

/* philox is Philox2x64, as in stream.go. */
static inline void philox(int rounds, uint64_t c0, uint64_t c1, uint64_t key, uint64_t out[2])
{
	for (int r = 0; r < rounds; r++) {
		u128 product = (u128)MULTIPLIER * c0;
		c0 = (uint64_t)(product >> 64) ^ key ^ c1;
		c1 = (uint64_t)product;
		key += WEYL;
	}
	out[0] = c0;
	out[1] = c1;
}

static uint64_t fnv1a(const char *s, size_t n)
{
	uint64_t h = UINT64_C(14695981039346656037);
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * UINT64_C(1099511628211);
	return h;
}

/* new_key is NewKey(seed, replicate, "testu01", "interleaved"). */
static uint64_t new_key(uint64_t seed, uint64_t replicate)
{
	static const char name[] = "testu01\0interleaved";
	uint64_t out[2];
	philox(10, seed, replicate, fnv1a(name, sizeof name - 1), out);
	return out[0];
}

/* place is where the blocks for coins stand in a stream, and FAIR the part of fair ones, as in stream.go. */
static inline uint64_t place(uint64_t call, uint64_t word, uint64_t part)
{
	return UINT64_C(1) << 63 | call << 28 | word << 8 | part;
}

#define FAIR 0xff

static uint64_t keys[ROW];
static uint64_t words[ROW * BODY * DRAWS]; /* of a tick, or of a step of replicates */
static uint64_t tick;
static int at;

/* The first words of ids 0, 1, 2, ..., then their second words, ...; then tick 1, and so on. */
static void fill_people(void)
{
	for (int block = 0; block < DRAWS / 2; block++)
		for (uint64_t id = 0; id < ROW; id++) {
			uint64_t out[2];
			philox(6, block, tick << 32 | id, keys[0], out);
			words[2 * block * ROW + id] = out[0];
			words[(2 * block + 1) * ROW + id] = out[1];
		}
	tick++;
}

/* The first words of one id in replicates 0, 1, 2, ..., then their second words, ...; then the next id; ids 0 to 9 a tick. */
static void fill_replicates(void)
{
	for (int block = 0; block < DRAWS / 2; block++)
		for (int r = 0; r < ROW; r++) {
			uint64_t out[2];
			philox(6, block, tick / 10 << 32 | tick % 10, keys[r], out);
			words[2 * block * ROW + r] = out[0];
			words[(2 * block + 1) * ROW + r] = out[1];
		}
	tick++;
}

/* The first random digits of the coins of id 0: those of its word 0, then those of word 1, ...; then of id 1, and so on; then tick 1. */
static void fill_coins(void)
{
	int n = 0;
	for (uint64_t id = 0; id < ROW; id++)
		for (int word = 0; word < BODY; word++)
			for (int part = 0; part < DRAWS / 2; part++, n += 2)
				philox(6, place(0, word, part), tick << 32 | id, keys[0], &words[n]);
	tick++;
}

/* The first random digits of all words of all ids, in the order of fill_coins, then their second, ...; then tick 1. */
static void fill_digits(void)
{
	for (int part = 0; part < DRAWS / 2; part++)
		for (uint64_t id = 0; id < ROW; id++)
			for (int word = 0; word < BODY; word++) {
				uint64_t out[2];
				philox(6, place(0, word, part), tick << 32 | id, keys[0], out);
				words[2 * part * ROW * BODY + id * BODY + word] = out[0];
				words[(2 * part + 1) * ROW * BODY + id * BODY + word] = out[1];
			}
	tick++;
}

/* The fair coins of id 0 in all its words at its first call, then at its second; then of id 1, and so on; then tick 1. */
static void fill_fair(void)
{
	int n = 0;
	for (uint64_t id = 0; id < ROW; id++)
		for (int call = 0; call < 2; call++)
			for (int word = 0; word < BODY; word += 2, n += 2)
				philox(6, place(call, word, FAIR), tick << 32 | id, keys[0], &words[n]);
	tick++;
}

static const struct interleaving {
	const char *name;
	void (*fill)(void);
	int words; /* that one fill gives */
	int sum;   /* of so many words is printed */
} interleavings[] = {
	{"people", fill_people, ROW * DRAWS, 100000},
	{"replicates", fill_replicates, ROW * DRAWS, 100000},
	{"coins", fill_coins, ROW * BODY * DRAWS, 240000},
	{"digits", fill_digits, ROW * BODY * DRAWS, 240000},
	{"fair", fill_fair, ROW * BODY * 2, 240000},
};

static const struct interleaving *chosen;

static inline uint64_t next(void)
{
	if (at == 0)
		chosen->fill();
	uint64_t w = words[at];
	if (++at == chosen->words)
		at = 0;
	return w;
}

static unsigned int high(void) { return next() >> 32; }
static unsigned int low(void) { return (unsigned int)next(); }

/* reversed is the low half with its lowest bit first, because the batteries look at the highest bits most. */
static unsigned int reversed(void)
{
	uint32_t w = (uint32_t)next();
	w = (w >> 1 & 0x55555555) | (w & 0x55555555) << 1;
	w = (w >> 2 & 0x33333333) | (w & 0x33333333) << 2;
	w = (w >> 4 & 0x0f0f0f0f) | (w & 0x0f0f0f0f) << 4;
	return __builtin_bswap32(w);
}

static void print_words(void)
{
	uint64_t h = UINT64_C(14695981039346656037);
	for (int i = 0; i < chosen->sum; i++) {
		uint64_t w = next();
		if (i < 4)
			printf("%016llx\n", (unsigned long long)w);
		h = (h ^ w) * UINT64_C(1099511628211);
	}
	printf("%d words: %016llx\n", chosen->sum, (unsigned long long)h);
}

static int usage(void)
{
	fprintf(stderr, "usage: interleaved people|replicates|coins|digits|fair high|low|reversed|print [small|crush|big [seed [test of Crush ...]]]\n");
	return 2;
}

int main(int argc, char **argv)
{
	if (argc < 3)
		return usage();
	uint64_t seed = argc > 4 ? strtoull(argv[4], NULL, 10) : 1991;
	for (int r = 0; r < ROW; r++)
		keys[r] = new_key(seed, r);
	for (size_t i = 0; i < sizeof interleavings / sizeof *interleavings; i++)
		if (strcmp(argv[1], interleavings[i].name) == 0)
			chosen = &interleavings[i];
	if (chosen == NULL)
		return usage();
	if (strcmp(argv[2], "print") == 0) {
		print_words();
		return 0;
	}
	unsigned int (*bits)(void) = strcmp(argv[2], "high") == 0 ? high
		: strcmp(argv[2], "low") == 0 ? low
		: strcmp(argv[2], "reversed") == 0 ? reversed : NULL;
	if (bits == NULL || argc < 4)
		return usage();
	char name[100];
	snprintf(name, sizeof name, "Philox2x64-6, %s, %s", argv[1], argv[2]);
	unif01_Gen *gen = unif01_CreateExternGenBits(name, bits);
	swrite_Basic = FALSE;
	if (argc > 5) {
		int times[200] = {0};
		for (int i = 5; i < argc; i++)
			times[atoi(argv[i]) % 200] = 1;
		bbattery_RepeatCrush(gen, times);
	} else if (strcmp(argv[3], "small") == 0)
		bbattery_SmallCrush(gen);
	else if (strcmp(argv[3], "crush") == 0)
		bbattery_Crush(gen);
	else if (strcmp(argv[3], "big") == 0)
		bbattery_BigCrush(gen);
	else
		return usage();
	unif01_DeleteExternGenBits(gen);
	return 0;
}
