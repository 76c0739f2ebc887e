package dev.sayso.decision.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.constraints.Size;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.Strategy;
import dev.sayso.shared.page.Choices;

/**
 * The form that names a criterion, has a selection strategy say it, or makes it one of
 * its own again.
 */
@Component
class StrategyPart implements BoardPart {

	private final DecisionCatalogue catalogue;

	StrategyPart(DecisionCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * What was chosen.
	 *
	 * @param version the save of the decision that was shown
	 * @param says {@code named} makes a strategy of it, {@code existing} takes one,
	 * {@code own} takes it apart from the one it has
	 * @param strategy the key of one that is there
	 * @param name of a new one
	 */
	record Choice(int version, String says, String strategy,
			@Size(max = 200, message = "{catalogue.fault.name.long}") String name) {

		Choice {
			says = Choices.read(says, "existing", "named", "own");
		}

		static Choice of(Decision decision, Criterion criterion) {
			return new Choice(Objects.requireNonNullElse(decision.version(), 0),
					criterion.isShared() ? "existing" : "named", criterion.strategy(), "");
		}

	}

	@Override
	public boolean opens(String kind) {
		return kind.equals("strategy");
	}

	@Override
	public Object form(Decision decision, OpenForm open) {
		return Choice.of(decision, BoardPlaces.criterion(decision, open.placement(), open.place()));
	}

	@Override
	public Map<String, ?> choices(Decision decision, OpenForm open) {
		Criterion criterion = BoardPlaces.criterion(decision, open.placement(), open.place());
		Map<String, String> names = new LinkedHashMap<>();
		this.catalogue.strategies()
			.stream()
			.filter((strategy) -> !strategy.isArchived() || strategy.slug().equals(criterion.strategy()))
			.forEach((strategy) -> names.put(strategy.slug(), strategy.name()));
		return Map.of("strategies", names);
	}

	Optional<Strategy> find(String key) {
		return this.catalogue.look().strategy(key);
	}

	/** What a criterion's strategy says now, as the criterion's own. */
	Criterion alone(Criterion criterion) {
		return find(criterion.strategy()).map(Strategy::criterion).map(criterion::saying).orElse(criterion).alone();
	}

}
