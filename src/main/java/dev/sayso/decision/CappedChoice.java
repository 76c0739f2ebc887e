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
public class CappedChoice {

	/** How often it is decided before offers with caps of decisions are let be. */
	private static final int MOST_TURNS = 10;

	private final CapCounter caps;

	CappedChoice(CapCounter caps) {
		this.caps = caps;
	}

	/**
	 * What shows, once it is taken.
	 * @param decide decides within counts
	 */
	public List<ScopeResult> choose(Function<CapUsage, List<ScopeResult>> decide, CapUsage known,
			@Nullable ProfileId profile, LocalDate today) {
		CapUsage counts = known;
		for (int turn = 0; turn < MOST_TURNS; turn++) {
			List<ScopeResult> chosen = decide.apply(counts);
			CapCounter.Spent spent = this.caps.take(shown(chosen), profile, today);
			if (spent == null) {
				return chosen;
			}
			counts = without(counts, spent);
		}
		return decide.apply(uncapped(counts));
	}

	private static List<LiveOffer> shown(List<ScopeResult> chosen) {
		return chosen.stream()
			.flatMap((one) -> one.items().stream())
			.map(ChosenOffer::offer)
			.filter((offer) -> !offer.caps().isEmpty())
			.toList();
	}

	private static CapUsage without(CapUsage counts, CapCounter.Spent spent) {
		return (offer) -> (offer == spent.offer()) ? spent.cap() : counts.spent(offer);
	}

	private static CapUsage uncapped(CapUsage counts) {
		return (offer) -> offer.caps()
			.stream()
			.filter((cap) -> cap.event() == Cap.Event.DECISION)
			.findFirst()
			.orElseGet(() -> counts.spent(offer));
	}

}
