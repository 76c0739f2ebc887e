package dev.sayso.audience;

import java.io.IOException;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
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
import dev.sayso.exchange.ProfileNamesFile;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.Slug;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Creates fixed lists from a file, or from a condition, and changes their members by
 * files that name people.
 */
@ConsolePage
@RequestMapping("/audiences")
class FixedListsController {

	private final Audiences audiences;

	private final FixedListManagement lists;

	private final ConditionCompiler conditions;

	private final ConditionSentences sentences;

	FixedListsController(Audiences audiences, FixedListManagement lists, ConditionCompiler conditions,
			ConditionSentences sentences) {
		this.audiences = audiences;
		this.lists = lists;
		this.conditions = conditions;
		this.sentences = sentences;
	}

	/**
	 * A new list as it is typed.
	 *
	 * @param condition as JSON, whose people become its members; empty where a file names
	 * them
	 */
	record ListForm(
			@NotBlank(message = "{audience.fault.name}") @Size(max = 200,
					message = "{audience.fault.name.long}") String name,
			String slug, String condition, @Nullable MultipartFile file) {

		String key() {
			return Slug.typed(this.slug, this.name, AudienceForm.RESERVED);
		}

	}

	@GetMapping("/lists/new")
	ModelAndView draft(@ModelAttribute("form") ListForm form, BindingResult errors) {
		return page(form, condition(form, errors), errors);
	}

	@PostMapping("/lists")
	ModelAndView create(@ModelAttribute("form") @Valid ListForm form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) throws IOException {
		if (Slug.isWrong(form.key(), form.name(), AudienceForm.RESERVED)) {
			errors.rejectValue("slug", "slug.fault");
		}
		Condition condition = condition(form, errors);
		try {
			List<String> names = names(form.file(), !form.condition().isEmpty());
			if (!errors.hasErrors()) {
				return created(form, condition, names, actor, redirect);
			}
		}
		catch (ProfileNamesFile.Unreadable ex) {
			errors.rejectValue("file", String.valueOf(ex.getMessage()));
		}
		catch (DuplicateKeyException ex) {
			errors.rejectValue("slug", "audience.fault.slug.taken");
		}
		return page(form, condition, errors);
	}

	@PostMapping("/{id}/members")
	String change(@PathVariable String id, @RequestParam @Nullable MultipartFile file,
			@RequestParam(defaultValue = "") String act, Actor actor, RedirectAttributes redirect) throws IOException {
		Audience list = this.audiences.get(id);
		if (!list.isList()) {
			throw new NotFoundException("list " + id);
		}
		try {
			boolean in = Choices.read(act, "add", "remove").equals("add");
			tell(this.lists.change(list, names(file, false), in, actor), in ? "added" : "removed", redirect);
		}
		catch (ProfileNamesFile.Unreadable ex) {
			Flash.error(redirect, String.valueOf(ex.getMessage()));
		}
		return "redirect:/audiences/" + list.slug();
	}

	private Condition condition(ListForm form, BindingResult errors) {
		try {
			Condition parsed = form.condition().isEmpty() ? Condition.EVERYBODY : ConditionJson.parse(form.condition());
			this.conditions.compile(parsed);
			return parsed;
		}
		catch (InvalidConditionException ex) {
			errors.rejectValue("condition", "audience.list.fault.condition");
			return Condition.EVERYBODY;
		}
	}

	private ModelAndView created(ListForm form, Condition condition, List<String> names, Actor actor,
			RedirectAttributes redirect) {
		if (!form.condition().isEmpty()) {
			Audience list = this.lists.create(condition, form.key(), form.name(), "", actor);
			Flash.done(redirect, "audience.created", list.name());
			return new ModelAndView("redirect:/audiences/" + list.slug());
		}
		tell(this.lists.create(names, form.key(), form.name(), actor), "added", redirect);
		return new ModelAndView("redirect:/audiences/" + form.key());
	}

	private ModelAndView page(ListForm form, Condition condition, BindingResult errors) {
		return new ModelAndView("audience/list-new",
				errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
			.addObject("form", form)
			.addObject("sentence", this.sentences.plain(condition, LocaleContextHolder.getLocale()));
	}

	private static void tell(FixedListManagement.Result result, String done, RedirectAttributes redirect) {
		if (result.unknowns() == 0) {
			Flash.done(redirect, "audience.list." + done, result.changed(), result.named());
		}
		else {
			Flash.warn(redirect, "audience.list." + done + ".some", result.changed(), result.named(), result.unknowns(),
					String.join(", ", result.unknown()));
		}
	}

	/** The names in a file, which may be missing where it is needless. */
	private static List<String> names(@Nullable MultipartFile file, boolean needless)
			throws IOException, ProfileNamesFile.Unreadable {
		if (needless) {
			return List.of();
		}
		if (file == null || file.isEmpty()) {
			throw new ProfileNamesFile.Unreadable("names.fault.none");
		}
		return ProfileNamesFile.of(file.getInputStream());
	}

}
