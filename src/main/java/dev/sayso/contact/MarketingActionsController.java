package dev.sayso.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Slug;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The marketing actions, in Settings: those that all have, and the deployment's own.
 */
@ConsolePage
@RequestMapping("/settings/marketing-actions")
class MarketingActionsController {

	private static final String HERE = "redirect:/settings/marketing-actions";

	private final CustomActions actions;

	private final CustomActionManagement management;

	MarketingActionsController(CustomActions actions, CustomActionManagement management) {
		this.actions = actions;
		this.management = management;
	}

	/**
	 * An action as it is typed.
	 *
	 * @param version the one that was shown
	 * @param slug given once, as is the channel
	 * @param channel empty for any
	 */
	record Form(int version, @NotBlank(message = "{marketing-action.fault.name}") @Size(max = 200,
			message = "{marketing-action.fault.name.long}") String name, String slug, String channel) {

		/** The keys of the usual ones. */
		static final Set<String> RESERVED = MarketingAction.BUILT_IN.stream()
			.map(MarketingAction::key)
			.collect(Collectors.toUnmodifiableSet());

		static final Form BLANK = new Form(-1, "", "", "");

		Form {
			slug = Slug.typed(slug, name, RESERVED);
			channel = Choices.read(channel, "", (key) -> Channel.of(key).map(Channel::key));
		}

		@Nullable Channel on() {
			return Channel.of(this.channel).orElse(null);
		}

	}

	record Row(CustomAction action, List<ActionUsage.Use> uses) {

	}

	@GetMapping
	ModelAndView list() {
		return page(Form.BLANK, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid Form form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		if (Slug.isWrong(form.slug(), form.name(), Form.RESERVED)) {
			errors.rejectValue("slug", "marketing-action.fault.slug");
		}
		if (!errors.hasErrors()) {
			try {
				CustomAction created = this.management.create(form.slug(), form.name(), form.on(), actor);
				Flash.done(redirect, "marketing-action.created", created.name());
				return new ModelAndView(HERE);
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("slug", "marketing-action.fault.slug.taken");
			}
		}
		return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/** Where somebody comes back to the address of a form that was refused. */
	@GetMapping("/{id}")
	String back(@PathVariable String id) {
		return HERE;
	}

	@PutMapping("/{id}")
	ModelAndView rename(@PathVariable String id, @ModelAttribute("renamed") @Valid Form renamed, BindingResult errors,
			Actor actor, RedirectAttributes redirect) {
		CustomAction before = this.actions.get(id);
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		if (!errors.hasErrors()) {
			try {
				CustomAction after = this.management.rename(before.id(), renamed.version(), renamed.name(), actor);
				Flash.done(redirect, "marketing-action.renamed", after.name());
				return new ModelAndView(HERE);
			}
			catch (StaleEditException ex) {
				errors.rejectValue("name", "marketing-action.fault.stale");
				status = HttpStatus.CONFLICT;
			}
		}
		return page(Form.BLANK, status).addObject("edited", before.id());
	}

	@PutMapping("/{id}/archive")
	String archive(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		CustomAction changed = this.management.archive(this.actions.get(id), true, actor);
		Flash.done(redirect, "marketing-action.archived", changed.name());
		return HERE;
	}

	@DeleteMapping("/{id}/archive")
	String restore(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		CustomAction changed = this.management.archive(this.actions.get(id), false, actor);
		Flash.done(redirect, "marketing-action.restored", changed.name());
		return HERE;
	}

	@DeleteMapping("/{id}")
	String delete(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		CustomAction action = this.actions.get(id);
		if (this.management.delete(action, actor)) {
			Flash.done(redirect, "marketing-action.deleted", action.name());
		}
		else {
			Flash.error(redirect, "marketing-action.fault.used", action.name());
		}
		return HERE;
	}

	private ModelAndView page(Form form, HttpStatus status) {
		List<Row> rows = this.actions.findAllByOrderByName()
			.stream()
			.map((action) -> new Row(action, this.management.uses(action.slug())))
			.toList();
		return new ModelAndView("contact/actions", status).addObject("form", form)
			.addObject("rows", rows)
			.addObject("usual", MarketingAction.BUILT_IN)
			.addObject("channels", Arrays.stream(Channel.values()).map(Channel::key).toList());
	}

}
