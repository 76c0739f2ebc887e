package dev.sayso.profile.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.condition.InvalidConditionException;
import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Stops contact with those selected in the list, after saying how many they are.
 */
@ConsolePage
@RequestMapping("/profiles/do-not-contact")
class ContactStopController {

	private static final int CHUNK = 100;

	private final ProfileSearch search;

	private final Profiles profiles;

	private final RecordSay record;

	private final TransactionTemplate transaction;

	private final ConsentSettings settings;

	ContactStopController(ProfileSearch search, Profiles profiles, RecordSay record, TransactionTemplate transaction,
			ConsentSettings settings) {
		this.search = search;
		this.profiles = profiles;
		this.record = record;
		this.transaction = transaction;
		this.settings = settings;
	}

	/**
	 * The people somebody ticked in the list, or all that a query matched, with how many
	 * that were when it was shown.
	 *
	 * @param count how many were shown; null when the page first asks
	 */
	record Selection(@Nullable List<String> id, @Nullable Boolean all, @Nullable String query,
			@Nullable Integer count) {

		/** More people than this are not changed by one click. */
		static final int MOST = 10_000;

		public boolean everybody() {
			return Boolean.TRUE.equals(this.all);
		}

		public List<String> ids() {
			return (this.id != null) ? this.id.stream().distinct().toList() : List.of();
		}

		ProfileQuery parsedQuery() {
			return ProfileQuery.parse((this.query != null) ? this.query : "");
		}

	}

	@GetMapping
	ModelAndView ask(@ModelAttribute Selection selection, RedirectAttributes redirect) {
		List<Profile> people = people(selection);
		if (people.isEmpty()) {
			Flash.warn(redirect, "profile.stop.nobody");
			return back(selection);
		}
		return page(selection, people, List.of(), "", null, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView stop(@ModelAttribute Selection selection, @RequestParam(defaultValue = "") List<String> channel,
			@RequestParam(defaultValue = "") String reason, Actor actor, RedirectAttributes redirect) {
		List<Profile> people = people(selection);
		List<Purpose> purposes = Choices.readAll(channel, (key) -> Purpose.of("marketing." + key));
		if (purposes.isEmpty() || reason.length() > 255) {
			String fault = purposes.isEmpty() ? "profile.stop.channels.none" : "profile.fault.long";
			return page(selection, people, channel, reason, fault, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (people.size() > Selection.MOST || selection.count() == null || selection.count() != people.size()) {
			return page(selection, people, channel, reason, "profile.stop.moved", HttpStatus.CONFLICT);
		}
		int changed = stop(people, purposes, reason.isBlank() ? null : reason.strip(), actor);
		Flash.done(redirect, "profile.stop.done", changed, people.size() - changed);
		return back(selection);
	}

	/**
	 * Stops contact with each through the one way a say is changed, some of them to a
	 * transaction, so that a long list holds nobody up.
	 * @return for how many people that changed something
	 */
	private int stop(List<Profile> people, List<Purpose> purposes, @Nullable String reason, Actor operator) {
		List<Statement> noes = purposes.stream().map((purpose) -> Statement.of(purpose, Choice.NO, reason)).toList();
		Declaration declaration = Declaration.byOperator(operator, noes, Evidence.NONE);
		List<ProfileId> ordered = people.stream()
			.map(Profile::id)
			.distinct()
			.sorted(Comparator.comparing(ProfileId::id))
			.toList();
		int changed = 0;
		for (int start = 0; start < ordered.size(); start += CHUNK) {
			List<ProfileId> chunk = ordered.subList(start, Math.min(start + CHUNK, ordered.size()));
			Integer some = this.transaction.execute((status) -> stop(chunk, declaration));
			changed += (some != null) ? some : 0;
		}
		return changed;
	}

	private int stop(List<ProfileId> chunk, Declaration declaration) {
		Set<ProfileId> there = this.profiles.findByIdIn(chunk).stream().map(Profile::id).collect(Collectors.toSet());
		return (int) chunk.stream()
			.filter(there::contains)
			.filter((person) -> !this.record.record(person, declaration).isEmpty())
			.count();
	}

	/** The list says what is wrong with the query. */
	@ExceptionHandler({ InvalidConditionException.class, QueryTimeoutException.class })
	ModelAndView unanswered(HttpServletRequest request) {
		return back(new Selection(List.of(), true, request.getParameter("query"), null));
	}

	/**
	 * Those who are selected now; one more than the most there may be, if there are more.
	 */
	private List<Profile> people(Selection selection) {
		if (!selection.everybody()) {
			return this.profiles
				.findByIdIn(Choices.readAll(selection.ids(), ProfileId::parse).stream().limit(1000).toList());
		}
		List<Profile> people = new ArrayList<>();
		if (this.search.count(selection.parsedQuery(), Selection.MOST) <= Selection.MOST) {
			this.search.each(selection.parsedQuery(), people::addAll);
		}
		return people;
	}

	private ModelAndView page(Selection selection, List<Profile> people, List<String> chosen, String reason,
			@Nullable String fault, HttpStatus status) {
		List<Channel> channels = this.settings.channelsInUse();
		ModelAndView page = new ModelAndView("profile/list/stop",
				Map.of("selection", selection, "count", people.size(), "names",
						people.stream().limit(8).map(Profile::name).toList(), "channels", channels, "chosen", chosen,
						"reason", reason),
				status);
		return page.addObject("fault", fault);
	}

	private static ModelAndView back(Selection selection) {
		String query = selection.parsedQuery().toString();
		return new ModelAndView("redirect:/profiles" + (query.isEmpty() ? "" : "?" + query));
	}

}
