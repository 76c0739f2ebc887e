package dev.sayso.decision.list;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.store.Outlines;
import dev.sayso.store.Version;

@Component
public class DecisionOutlines extends Outlines<DecisionOutline> {

	private final Decisions decisions;

	private final DecisionVersions versions;

	DecisionOutlines(JdbcClient jdbc, Decisions decisions, DecisionVersions versions) {
		super(jdbc, "decision", DecisionOutline::version);
		this.decisions = decisions;
		this.versions = versions;
	}

	@Override
	protected Map<UUID, DecisionOutline> read(List<UUID> ids) {
		Map<UUID, Version<DecisionContent>> newest = this.versions.newest(ids)
			.stream()
			.collect(Collectors.toMap(Version::thing, Function.identity()));
		return this.decisions.findByIdIn(ids)
			.stream()
			.collect(Collectors.toMap(Decision::id,
					(decision) -> DecisionOutline.of(decision, newest.get(decision.id()))));
	}

}
