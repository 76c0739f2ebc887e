package dev.sayso.landing.thanks;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.landing.LinkGenerations;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageBehaviour.ThankYou;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PersonalLinks;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.person.Details;
import dev.sayso.service.SubscriptionState;

/**
 * Finds where a reader goes on once their form was taken. Who said no to anything reads
 * first what came of it, and goes on from there.
 */
@Component
public class NextSteps {

	private final ConditionCompiler conditions;

	private final ReaderFacts readers;

	private final PublishedPages pages;

	private final PersonalLinks links;

	private final LinkGenerations generations;

	private final Ledger ledger;

	NextSteps(ConditionCompiler conditions, ReaderFacts readers, PublishedPages pages, PersonalLinks links,
			LinkGenerations generations, Ledger ledger) {
		this.generations = generations;
		this.conditions = conditions;
		this.readers = readers;
		this.pages = pages;
		this.links = links;
		this.ledger = ledger;
	}

	/**
	 * A form that was taken.
	 *
	 * @param link the personal link it came by; null where nobody is identified
	 * @param details as they were typed, with the attributes
	 * @param said what the form says; of a person the store knows more
	 * @param stops whether it says no as a whole
	 */
	public record Taken(PublishedPage page, UUID submission, LinkToken.@Nullable Link link, String language,
			Details details, Map<String, Object> attributes, List<Statement> said, boolean stops) {

	}

	/**
	 * Where the reader is sent: on, or to the result with the number of the way on.
	 * @param result the address of what came of the form
	 */
	public String after(Taken form, String result) {
		int way = choose(form);
		Optional<String> onward = href(form.page(), way, form.link(), form.language());
		return onward.map((href) -> saysNo(form) ? result + "&way=" + way : href).orElse(result);
	}

	/**
	 * The address of a way of a page; empty where it is the page's own words, or leads
	 * nowhere, or where opening it would say no by itself.
	 */
	private Optional<String> href(PublishedPage page, int way, LinkToken.@Nullable Link link, String language) {
		ThankYou.Way chosen = page.thankYou().way(way);
		if (!chosen.address().isEmpty()) {
			return Optional.of(chosen.address());
		}
		return chosen.page().isEmpty() ? Optional.empty()
				: this.pages.find(chosen.page(), null)
					.filter((target) -> !target.closed() && !target.lacksService() && !target.denylist())
					.map((target) -> path(target, link) + "?lang=" + language);
	}

	/** The same of the page as a form was sent by it. */
	public Optional<String> href(PublishedPage page, int version, int way, LinkToken.@Nullable Link link,
			String language) {
		PublishedPage then = (version > 0) ? this.pages.find(page.slug(), version).orElse(page) : page;
		return href(then, way, link, language);
	}

	/** No new link is made to a page whose links were renewed, as on related pages. */
	private String path(PublishedPage target, LinkToken.@Nullable Link link) {
		return (link == null || this.generations.isRenewed(target)) ? "/p/" + target.slug()
				: this.links.path(link.maker(), link.profile(), target, "");
	}

	/** The number of the first rule that holds; 0 for the usual way. */
	private int choose(Taken form) {
		List<Optional<CompiledCondition>> compiled = form.page()
			.thankYou()
			.rules()
			.stream()
			.map((rule) -> compile(rule.condition()))
			.toList();
		if (compiled.isEmpty()) {
			return 0;
		}
		Set<Class<?>> parts = new HashSet<>();
		compiled.forEach((condition) -> condition.ifPresent((known) -> parts.addAll(known.parts())));
		PersonFacts facts = this.readers.read(form, parts);
		for (int at = 0; at < compiled.size(); at++) {
			if (compiled.get(at).filter((condition) -> condition.holds(facts)).isPresent()) {
				return at + 1;
			}
		}
		return 0;
	}

	/** Empty for a condition that names what is there no more: it holds for nobody. */
	private Optional<CompiledCondition> compile(String condition) {
		try {
			return Optional.of(this.conditions.compile(ConditionJson.parse(condition)));
		}
		catch (InvalidConditionException ex) {
			return Optional.empty();
		}
	}

	private boolean saysNo(Taken form) {
		boolean always = form.page().denylist() || form.page().kind() == PageKind.UNSUBSCRIPTION;
		return always || form.stops() || form.said().stream().anyMatch((said) -> said.choice() == Choice.NO)
				|| (form.link() != null && this.ledger.ofSubmission(form.link().profile(), form.submission())
					.stream()
					.anyMatch(NextSteps::isNo));
	}

	private static boolean isNo(LedgerEntry entry) {
		boolean pauses = Pause.subject(entry.purpose()).isPresent() && !entry.after().equals(RecordPause.ENDED);
		return pauses || entry.after().equals(Choice.NO.value())
				|| entry.after().equals(SubscriptionState.UNSUBSCRIBED.key());
	}

}
