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

	private final CapCounter counter;

	CappedChoice(CapCounter counter) {
		this.counter = counter;
	}

	public List<ScopeResult> choose(Function<CapUsage, List<ScopeResult>> decide, CapUsage known,
			@Nullable ProfileId profile, LocalDate today) {
		CapUsage usage = known;
		for (int turn = 0; turn < MOST_TURNS; turn++) {
			List<ScopeResult> results = decide.apply(usage);
			CapCounter.Spent spent = this.counter.take(shown(results), profile, today);
			if (spent == null) {
				return results;
			}
			usage = without(usage, spent);
		}
		return decide.apply(uncapped(usage));
	}

	private static List<LiveOffer> shown(List<ScopeResult> results) {
		return results.stream()
			.flatMap((result) -> result.items().stream())
			.map(ChosenOffer::offer)
			.filter((offer) -> !offer.caps().isEmpty())
			.toList();
	}

	private static CapUsage without(CapUsage usage, CapCounter.Spent spent) {
		return (offer) -> (offer == spent.offer()) ? spent.cap() : usage.spent(offer);
	}

	private static CapUsage uncapped(CapUsage usage) {
		return (offer) -> offer.caps()
			.stream()
			.filter((cap) -> cap.event() == Cap.Event.DECISION)
			.findFirst()
			.orElseGet(() -> usage.spent(offer));
	}

}
