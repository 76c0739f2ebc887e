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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.condition.BadCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Conditions;
import dev.sayso.condition.ReadAloud;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ConsolePage;
import dev.sayso.shared.Flash;
import dev.sayso.shared.NotFound;

/**
 * Fixed lists: made of a file or of whom a condition means now, and changed by files.
 */
@ConsolePage
@RequestMapping("/audiences")
class ListsController {

	private final Audiences audiences;

	private final KeepAudience keep;

	private final MakeLists lists;

	private final Conditions conditions;

	private final ReadAloud aloud;

	ListsController(Audiences audiences, KeepAudience keep, MakeLists lists, Conditions conditions, ReadAloud aloud) {
		this.audiences = audiences;
		this.keep = keep;
		this.lists = lists;
		this.conditions = conditions;
		this.aloud = aloud;
	}

	/** The form of a new list. */
	record Wanted(@Nullable String name, @Nullable String slug, @Nullable String condition) {

		String key() {
			return (this.slug != null && !this.slug.isBlank()) ? this.slug.strip() : AudienceForm.slug(title());
		}

		String title() {
			return (this.name != null) ? this.name.strip() : "";
		}

		String asked() {
			return (this.condition != null) ? this.condition : "";
		}

		Map<String, String> faults() {
			AudienceForm form = new AudienceForm("", -1, title(), key(), "", null, Map.of());
			return new LinkedHashMap<>(form.checked().faults());
		}

	}

	@GetMapping("/lists/new")
	ModelAndView draft(Wanted wanted) {
		Map<String, String> faults = new LinkedHashMap<>();
		Condition condition = condition(wanted, faults);
		return page(wanted, condition, faults, faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/lists")
	ModelAndView create(Wanted wanted, @RequestParam @Nullable MultipartFile file, Actor actor,
			RedirectAttributes redirect) throws IOException {
		Map<String, String> faults = wanted.faults();
		Condition condition = condition(wanted, faults);
		try {
			List<String> names = names(file, !wanted.asked().isEmpty());
			if (faults.isEmpty()) {
				return made(wanted, condition, names, actor, redirect);
			}
		}
		catch (ReadNames.Unreadable ex) {
			faults.put("file", String.valueOf(ex.getMessage()));
		}
		catch (DuplicateKeyException ex) {
			faults.put("slug", "audience.fault.slug.taken");
		}
		return page(wanted, condition, faults, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/{id}/members")
	String change(@PathVariable String id, @RequestParam @Nullable MultipartFile file,
			@RequestParam(defaultValue = "add") String act, Actor actor, RedirectAttributes redirect)
			throws IOException {
		Audience list = this.audiences.get(id);
		if (!list.isList()) {
			throw new NotFound("list " + id);
		}
		try {
			boolean in = !act.equals("remove");
			tell(this.lists.change(list, names(file, false), in, actor), in ? "added" : "removed", redirect);
		}
		catch (ReadNames.Unreadable ex) {
			Flash.error(redirect, String.valueOf(ex.getMessage()));
		}
		return "redirect:/audiences/" + list.slug();
	}

	private Condition condition(Wanted wanted, Map<String, String> faults) {
		try {
			Condition asked = wanted.asked().isEmpty() ? Condition.EVERYBODY : ConditionJson.parse(wanted.asked());
			this.conditions.compile(asked);
			return asked;
		}
		catch (BadCondition ex) {
			faults.put("condition", "audience.list.fault.condition");
			return Condition.EVERYBODY;
		}
	}

	private ModelAndView made(Wanted wanted, Condition condition, List<String> names, Actor actor,
			RedirectAttributes redirect) {
		if (!wanted.asked().isEmpty()) {
			Audience list = this.lists.of(condition, wanted.key(), wanted.title(), actor);
			Flash.done(redirect, "audience.created", list.name());
			return new ModelAndView("redirect:/audiences/" + list.slug());
		}
		tell(this.lists.of(names, wanted.key(), wanted.title(), actor), "added", redirect);
		return new ModelAndView("redirect:/audiences/" + wanted.key());
	}

	private static void tell(MakeLists.Outcome outcome, String done, RedirectAttributes redirect) {
		if (outcome.unknowns() == 0) {
			Flash.done(redirect, "audience.list." + done, outcome.changed(), outcome.named());
		}
		else {
			Flash.warn(redirect, "audience.list." + done + ".some", outcome.changed(), outcome.named(),
					outcome.unknowns(), String.join(", ", outcome.unknown()));
		}
	}

	private static List<String> names(@Nullable MultipartFile file, boolean needless)
			throws IOException, ReadNames.Unreadable {
		if (needless) {
			return List.of();
		}
		if (file == null || file.isEmpty()) {
			throw new ReadNames.Unreadable("audience.list.fault.none");
		}
		return ReadNames.of(file.getInputStream());
	}

	private ModelAndView page(Wanted wanted, Condition condition, Map<String, String> faults, HttpStatus status) {
		String sentence = faults.containsKey("condition") ? ""
				: this.aloud.plain(condition, LocaleContextHolder.getLocale());
		return new ModelAndView("audience/list-new", status).addObject("name", wanted.title())
			.addObject("slug", (wanted.slug() != null) ? wanted.slug() : "")
			.addObject("condition", wanted.asked())
			.addObject("sentence", sentence)
			.addObject("faults", faults);
	}

}
