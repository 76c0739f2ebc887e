package dev.sayso.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sayso.offer.Cap;
import dev.sayso.shared.ProfileId;

/**
 * Decides, and takes what shows from its caps: never more than a cap allows. Where
 * somebody else takes the last one in between, it is decided again without that offer, so
 * that a cap is left unspent only for as long as an answer is on its way, or by an answer
 * that never arrives.
 */
@Component
public class ChooseWithinCaps {

	/** How often it is decided before offers with caps of decisions are let be. */
	private static final int MOST_TURNS = 10;

	private final CountCaps caps;

	ChooseWithinCaps(CountCaps caps) {
		this.caps = caps;
	}

	/**
	 * What shows, once it is taken.
	 * @param decide decides within counts
	 */
	public List<Chosen> choose(Function<Counts, List<Chosen>> decide, Counts known, @Nullable ProfileId profile,
			LocalDate today) {
		Counts counts = known;
		for (int turn = 0; turn < MOST_TURNS; turn++) {
			List<Chosen> chosen = decide.apply(counts);
			CountCaps.Spent spent = this.caps.take(shown(chosen), profile, today);
			if (spent == null) {
				return chosen;
			}
			counts = without(counts, spent);
		}
		return decide.apply(uncapped(counts));
	}

	private static List<LiveOffer> shown(List<Chosen> chosen) {
		return chosen.stream()
			.flatMap((one) -> one.items().stream())
			.map(Shown::offer)
			.filter((offer) -> !offer.caps().isEmpty())
			.toList();
	}

	private static Counts without(Counts counts, CountCaps.Spent spent) {
		return (offer) -> (offer == spent.offer()) ? spent.cap() : counts.spent(offer);
	}

	private static Counts uncapped(Counts counts) {
		return (offer) -> offer.caps()
			.stream()
			.filter((cap) -> cap.event() == Cap.Event.DECISION)
			.findFirst()
			.orElseGet(() -> counts.spent(offer));
	}

}
