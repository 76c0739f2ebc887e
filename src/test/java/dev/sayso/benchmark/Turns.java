package dev.sayso.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * The medians of the product and of its limit, asked by turns once both are warm: the
 * compiler takes longer to be done with the larger of the two.
 */
record Turns(Figures product, Figures bare) {

	/** How many runs have to be alike before they count. */
	private static final int ALIKE = 3;

	/** Who is not steady by then is measured as it is. */
	private static final int PATIENCE = 40;

	static Turns take(int runs, Supplier<Figures> product, Supplier<Figures> bare) {
		List<Figures> ours = new ArrayList<>();
		List<Figures> theirs = new ArrayList<>();
		do {
			ours.add(product.get());
			theirs.add(bare.get());
		}
		while (ours.size() < PATIENCE && !(isWarm(ours) && isWarm(theirs)));
		int warm = ours.size();
		for (int run = 0; run < runs; run++) {
			ours.add(product.get());
			theirs.add(bare.get());
		}
		return new Turns(Figures.median(ours.subList(warm, warm + runs)),
				Figures.median(theirs.subList(warm, warm + runs)));
	}

	/**
	 * Whether the last runs differ by less than one in twenty.
	 */
	private static boolean isWarm(List<Figures> runs) {
		if (runs.size() < ALIKE) {
			return false;
		}
		List<Double> last = runs.subList(runs.size() - ALIKE, runs.size()).stream().map(Figures::perSecond).toList();
		return Collections.min(last) > 0.95 * Collections.max(last);
	}

}
