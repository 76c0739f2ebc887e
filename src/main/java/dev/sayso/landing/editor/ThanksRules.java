package dev.sayso.landing.editor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionSentences;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageBehaviour.ThankYou;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;

/**
 * The rules by which readers of a draft go on, in their order.
 */
@Component
class ThanksRules {

	private final LandingPages pages;

	private final PageManagement management;

	private final ConditionSentences sentences;

	private final PageMessages messages;

	ThanksRules(LandingPages pages, PageManagement management, ConditionSentences sentences, PageMessages messages) {
		this.pages = pages;
		this.management = management;
		this.sentences = sentences;
		this.messages = messages;
	}

	/**
	 * A rule in the list.
	 *
	 * @param number from 1
	 */
	record Row(int number, String condition, String way) {

	}

	List<Row> rows(LandingPage page) {
		List<ThankYou.Rule> rules = page.draft().behaviour().thankYou().rules();
		List<Row> rows = new ArrayList<>();
		for (ThankYou.Rule rule : rules) {
			rows.add(new Row(rows.size() + 1,
					this.sentences.plain(rule.condition(), this.messages.word("landing.rule.broken")),
					say(rule.way())));
		}
		return rows;
	}

	/** The kinds of ways, in words. */
	Map<String, String> ways() {
		Map<String, String> ways = new LinkedHashMap<>();
		ways.put("words", this.messages.word("landing.way.words"));
		ways.put("page", this.messages.word("landing.way.page.kind"));
		ways.put("address", this.messages.word("landing.way.address.kind"));
		return ways;
	}

	/** The rule of this number. */
	static ThankYou.Rule get(LandingPage page, int number) {
		List<ThankYou.Rule> rules = page.draft().behaviour().thankYou().rules();
		if (number < 1 || number > rules.size()) {
			throw new NotFoundException("rule " + number + " of landing page " + page.id());
		}
		return rules.get(number - 1);
	}

	/** Saves the rule of a number; 0 for a new one, read last. */
	void save(UUID page, int seen, int number, ThankYou.Rule rule, Actor by) {
		change(page, seen, (rules) -> {
			if (number > 0) {
				rules.set(number - 1, rule);
			}
			else if (rules.size() < ThankYou.MOST) {
				rules.add(rule);
			}
		}, by);
	}

	void remove(UUID page, int seen, int number, Actor by) {
		change(page, seen, (rules) -> rules.remove(number - 1), by);
	}

	/** Reads a rule before the one that stood above it. */
	void up(UUID page, int seen, int number, Actor by) {
		change(page, seen, (rules) -> Collections.swap(rules, number - 1, Math.max(0, number - 2)), by);
	}

	private void change(UUID id, int seen, Consumer<List<ThankYou.Rule>> change, Actor by) {
		LandingPage page = this.pages.get(id, seen);
		ThankYou before = page.draft().behaviour().thankYou();
		List<ThankYou.Rule> rules = new ArrayList<>(before.rules());
		change.accept(rules);
		this.management.edit(id, seen, page.name(),
				page.draft().withBehaviour(page.draft().behaviour().withThankYou(before.withRules(rules))), by);
	}

	private String say(ThankYou.Way way) {
		if (way.page().isEmpty()) {
			return way.address().isEmpty() ? this.messages.word("landing.way.words") : way.address();
		}
		return this.pages.findBySlug(way.page()).map(LandingPage::name).orElse(way.page());
	}

}
