package dev.sayso.decision.editor;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Strategies;
import dev.sayso.decision.Strategy;
import dev.sayso.offer.placement.CatalogueUsage;
import dev.sayso.offer.placement.CatalogueUsages;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * The selection strategies in the configuration file, before the decisions that name
 * them.
 */
@Component
@Order(70)
class StrategiesPart implements ConfigurationPart<StrategyItem> {

	private final Strategies strategies;

	private final DecisionItemFaults itemFaults;

	private final CatalogueUsages usages;

	private final AuditedChanges changes;

	private final Clock clock;

	StrategiesPart(Strategies strategies, DecisionItemFaults itemFaults, CatalogueUsages usages, AuditedChanges changes,
			Clock clock) {
		this.strategies = strategies;
		this.itemFaults = itemFaults;
		this.usages = usages;
		this.changes = changes;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return "strategies";
	}

	@Override
	public Class<StrategyItem> type() {
		return StrategyItem.class;
	}

	@Override
	public Stream<StrategyItem> items() {
		return this.strategies.findAllByOrderByName()
			.stream()
			.sorted(Comparator.comparing(Strategy::slug))
			.map(StrategyItem::of);
	}

	@Override
	public Optional<StrategyItem> find(String key) {
		return this.strategies.findBySlug(key).map(StrategyItem::of);
	}

	@Override
	public List<Fault> faults(StrategyItem written) {
		return written.faults();
	}

	@Override
	public StrategyItem apply(StrategyItem written, @Nullable StrategyItem before, Actor by) {
		StrategyItem meant = written.whole(before);
		if (meant.equals(before)) {
			return before;
		}
		List<Fault> faults = this.itemFaults.find(meant.item());
		if (!faults.isEmpty()) {
			throw ProblemException.faulty(faults);
		}
		String key = Objects.requireNonNull(meant.key());
		String name = Objects.requireNonNull(meant.name());
		Criterion criterion = meant.criterion();
		Strategy saved = this.strategies.findBySlug(key)
			.map((strategy) -> this.changes.edit(this.strategies, strategy,
					strategy.edit(name, meant.describe(), criterion, this.clock.instant(), by.name()), by))
			.orElseGet(() -> this.changes.create(this.strategies,
					Strategy.create(key, name, meant.describe(), criterion, this.clock.instant(), by.name()), by));
		return StrategyItem.of(this.changes.archive(this.strategies, saved, meant.archives(), by));
	}

	/**
	 * Archived ones that are used still: the same file may have taken them out of the
	 * decisions, which come behind them.
	 */
	@Override
	public Map<String, List<Fault>> unsettled(Set<String> keys) {
		Map<String, List<Fault>> faults = new LinkedHashMap<>();
		this.strategies.findAllByOrderByName()
			.stream()
			.filter((strategy) -> strategy.isArchived() && keys.contains(strategy.slug()))
			.forEach((strategy) -> {
				List<CatalogueUsage.Use> uses = this.usages.find(Strategy.KIND, strategy.slug()).shown();
				if (!uses.isEmpty()) {
					faults.put(strategy.slug(), List.of(new Fault("/status", "is used by the decision "
							+ uses.stream().map(CatalogueUsage.Use::name).collect(Collectors.joining(", ")))));
				}
			});
		return faults;
	}

	/** What a decision uses stays. */
	@Override
	public boolean prune(StrategyItem unnamed, Actor by) {
		Strategy strategy = this.strategies.get(Objects.requireNonNull(unnamed.key()));
		return this.usages.find(Strategy.KIND, strategy.slug()).shown().isEmpty()
				&& this.changes.putAway(this.strategies, strategy, by);
	}

}
