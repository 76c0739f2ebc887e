package dev.sayso.landing.editor;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.FactUsage;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageVersions;
import dev.sayso.service.ServiceUsage;

/**
 * Keeps services that pages ask about, and what the conditions of their ways on read: in
 * a draft, or in the version that readers see or will see.
 */
@Component
@Order(40)
class PageUsages implements ServiceUsage, FactUsage {

	private static final String KIND = "landing.use";

	private final LandingPages pages;

	private final PageVersions versions;

	private final ConditionCompiler conditions;

	PageUsages(LandingPages pages, PageVersions versions, ConditionCompiler conditions) {
		this.pages = pages;
		this.versions = versions;
		this.conditions = conditions;
	}

	@Override
	public List<ServiceUsage.Use> find(String service) {
		return this.pages.all()
			.stream()
			.filter((page) -> contents(page).anyMatch((content) -> content.asksAbout(service)))
			.map((page) -> new ServiceUsage.Use(KIND, page.name(), href(page)))
			.toList();
	}

	@Override
	public List<FactUsage.Use> find(Set<String> facts) {
		ConditionCompiler now = this.conditions.now();
		return this.pages.all()
			.stream()
			.filter((page) -> conditions(page).anyMatch((condition) -> names(condition, facts)))
			.map((page) -> new FactUsage.Use(KIND, page.name(), href(page),
					(int) conditions(page).filter((condition) -> !now.faults(condition).isEmpty()).count()))
			.toList();
	}

	private Stream<PageContent> contents(LandingPage page) {
		return Stream.concat(Stream.of(page.draft()),
				Stream.of(page.published(), page.standing())
					.filter(Objects::nonNull)
					.distinct()
					.flatMap((version) -> this.versions.find(page.id(), version).stream())
					.map((version) -> version.content()));
	}

	private Stream<Condition> conditions(LandingPage page) {
		return contents(page).flatMap((content) -> content.behaviour().thankYou().rules().stream())
			.flatMap((rule) -> parse(rule.condition()));
	}

	private static Stream<Condition> parse(String condition) {
		try {
			return Stream.of(ConditionJson.parse(condition));
		}
		catch (InvalidConditionException ex) {
			return Stream.empty();
		}
	}

	private static boolean names(Condition condition, Set<String> facts) {
		return condition.comparisons().anyMatch((comparison) -> facts.contains(comparison.fact()));
	}

	private static String href(LandingPage page) {
		return "/landing-pages/" + page.id();
	}

}
