package dev.sayso.contact.policy;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.condition.InvalidConditionException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Slug;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListQuery;

/**
 * Lists policies and makes new ones.
 */
@ConsolePage
@RequestMapping("/policies")
class PoliciesController {

	private final PolicyRecords records;

	private final PolicyManagement management;

	private final PolicyConditions conditions;

	private final PolicySentences sentences;

	private final PolicyPage page;

	private final Clock clock;

	PoliciesController(PolicyRecords records, PolicyManagement management, PolicyConditions conditions,
			PolicySentences sentences, PolicyPage page, Clock clock) {
		this.records = records;
		this.management = management;
		this.conditions = conditions;
		this.sentences = sentences;
		this.page = page;
		this.clock = clock;
	}

	/**
	 * A policy in the list.
	 */
	record Row(ConsentPolicy policy, PolicyStatus standing, String sentence) {

	}

	@GetMapping
	ModelAndView list(@RequestParam Map<String, String> parameters) {
		ListFilter state = ListFilter.of("state", "policy.state", "policy.state.",
				Arrays.stream(PolicyStatus.State.values()).map(PolicyStatus.State::key).toArray(String[]::new));
		ListQuery query = new ListQuery("/policies", List.of(state), List.of("name"), parameters);
		List<PolicyRecords.Row> all = this.records.list(this.clock.instant());
		List<PolicyRecords.Row> matching = all.stream()
			.filter((row) -> query.finds(row.policy()) && query.lets("state", row.status().state().key()))
			.toList();
		return new ModelAndView("contact/policy/list").addObject("list",
				query.page(matching, all.size())
					.map((shown) -> shown.stream()
						.map((row) -> new Row(row.policy(), row.status(), this.sentences.plain(row.content())))
						.toList()));
	}

	@GetMapping("/new")
	ModelAndView draft() {
		return this.page.render(PolicyForm.BLANK, new PolicyPage.Subject(null, PolicyDraft.NEW),
				PolicyPage.Movers.FIRST, new PolicyPage.Mode(false, false, true), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid PolicyForm form, BindingResult errors,
			@RequestParam MultiValueMap<String, String> fields, Actor actor, RedirectAttributes redirect) {
		PolicyDraft draft = PolicyDraft.read(fields);
		if (Slug.isWrong(form.slug(), form.name(), PolicyForm.RESERVED)) {
			errors.rejectValue("slug", "policy.fault.slug");
		}
		ConsentPolicy created = errors.hasErrors() ? null : create(form, draft, errors, actor);
		if (created != null) {
			Flash.done(redirect, "policy.created", created.name());
			return new ModelAndView("redirect:/policies/" + created.slug());
		}
		return this.page.render(form, new PolicyPage.Subject(null, draft), PolicyPage.Movers.FIRST,
				new PolicyPage.Mode(true, true, true), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/** Null where something is wrong, which the page says. */
	private @Nullable ConsentPolicy create(PolicyForm form, PolicyDraft draft, BindingResult errors, Actor actor) {
		try {
			return this.management.create(form.slug(), form.name(), form.description(), draft.content(this.conditions),
					actor);
		}
		catch (DuplicateKeyException ex) {
			errors.rejectValue("slug", "policy.fault.slug.taken");
		}
		catch (InvalidConditionException ex) {
			// the page says what is wrong with it
		}
		return null;
	}

}
