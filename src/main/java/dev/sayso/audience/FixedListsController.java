package dev.sayso.audience;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Slug;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Creates fixed lists from a file, or from a condition.
 */
@ConsolePage
@RequestMapping("/audiences")
class FixedListsController {

	private final FixedListManagement lists;

	private final ConditionCompiler conditions;

	private final ConditionSentences sentences;

	FixedListsController(FixedListManagement lists, ConditionCompiler conditions, ConditionSentences sentences) {
		this.lists = lists;
		this.conditions = conditions;
		this.sentences = sentences;
	}

	/**
	 * The form of a new list.
	 */
	record ListForm(@Nullable String name, @Nullable String slug, @Nullable String condition) {

		String key() {
			return (this.slug != null && !this.slug.isBlank()) ? this.slug.strip()
					: Slug.from(title(), AudienceForm.RESERVED);
		}

		String title() {
			return (this.name != null) ? this.name.strip() : "";
		}

		String conditionJson() {
			return (this.condition != null) ? this.condition : "";
		}

		Map<String, String> faults() {
			AudienceForm form = new AudienceForm("", -1, title(), key(), "", null, Map.of());
			return new LinkedHashMap<>(form.checked().faults());
		}

	}

	@GetMapping("/lists/new")
	ModelAndView draft(ListForm form) {
		Map<String, String> faults = new LinkedHashMap<>();
		Condition condition = condition(form, faults);
		return page(form, condition, faults, faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/lists")
	ModelAndView create(ListForm form, @RequestParam @Nullable MultipartFile file, Actor actor,
			RedirectAttributes redirect) throws IOException {
		Map<String, String> faults = form.faults();
		Condition condition = condition(form, faults);
		try {
			List<String> names = FixedListMembersController.names(file, !form.conditionJson().isEmpty());
			if (faults.isEmpty()) {
				return created(form, condition, names, actor, redirect);
			}
		}
		catch (ProfileNamesFile.Unreadable ex) {
			faults.put("file", String.valueOf(ex.getMessage()));
		}
		catch (DuplicateKeyException ex) {
			faults.put("slug", "audience.fault.slug.taken");
		}
		return page(form, condition, faults, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private Condition condition(ListForm form, Map<String, String> faults) {
		try {
			Condition parsed = form.conditionJson().isEmpty() ? Condition.EVERYBODY
					: ConditionJson.parse(form.conditionJson());
			this.conditions.compile(parsed);
			return parsed;
		}
		catch (InvalidConditionException ex) {
			faults.put("condition", "audience.list.fault.condition");
			return Condition.EVERYBODY;
		}
	}

	private ModelAndView created(ListForm form, Condition condition, List<String> names, Actor actor,
			RedirectAttributes redirect) {
		if (!form.conditionJson().isEmpty()) {
			Audience list = this.lists.create(condition, form.key(), form.title(), actor);
			Flash.done(redirect, "audience.created", list.name());
			return new ModelAndView("redirect:/audiences/" + list.slug());
		}
		FixedListMembersController.tell(this.lists.create(names, form.key(), form.title(), actor), "added", redirect);
		return new ModelAndView("redirect:/audiences/" + form.key());
	}

	private ModelAndView page(ListForm form, Condition condition, Map<String, String> faults, HttpStatus status) {
		String sentence = faults.containsKey("condition") ? ""
				: this.sentences.plain(condition, LocaleContextHolder.getLocale());
		return new ModelAndView("audience/list-new", status).addObject("name", form.title())
			.addObject("slug", (form.slug() != null) ? form.slug() : "")
			.addObject("condition", form.conditionJson())
			.addObject("sentence", sentence)
			.addObject("faults", faults);
	}

}
