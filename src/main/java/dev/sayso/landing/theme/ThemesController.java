package dev.sayso.landing.theme;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListQuery;
import dev.sayso.store.RefusedImageException;
import dev.sayso.store.UploadedImage;
import dev.sayso.store.UploadedImages;

/**
 * Lists the themes of pages, and creates, edits and archives them.
 */
@ConsolePage
@RequestMapping("/themes")
class ThemesController {

	private final Themes themes;

	private final AuditedChanges changes;

	private final UploadedImages images;

	private final ThemeUsage usage;

	private final Clock clock;

	ThemesController(Themes themes, AuditedChanges changes, UploadedImages images, ThemeUsage usage, Clock clock) {
		this.themes = themes;
		this.changes = changes;
		this.images = images;
		this.usage = usage;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView list(@RequestParam Map<String, String> parameters) {
		ListQuery query = new ListQuery("/themes", List.of(ListFilter.ARCHIVED), List.of("name"), parameters);
		List<Theme> all = this.themes.findAllByOrderByName();
		List<Theme> matching = all.stream()
			.filter((theme) -> theme.isArchived() == query.archived() && query.finds(theme))
			.toList();
		return new ModelAndView("landing/theme/list").addObject("list", query.page(matching, all.size()));
	}

	@GetMapping("/new")
	ModelAndView draft() {
		return page(ThemeForm.NEW, null, null, HttpStatus.OK);
	}

	/** A few blocks of a page in a style, for the frame beside the form. */
	@GetMapping("/sample")
	String sample(@RequestParam(defaultValue = "") String style, @RequestParam(defaultValue = "") String brand,
			@RequestParam(defaultValue = "") String logo, Model model) {
		model.addAttribute("style", ThemeStyle.parse(style).orElseGet(() -> ThemeStyle.of(ThemeStyle.ACCENT)));
		model.addAttribute("brand", brand);
		model.addAttribute("logo", this.images.find(logo).orElse(null));
		return "landing/theme/sample";
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid ThemeForm form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		form.checkNew(errors);
		String logo = logo(form, errors, actor);
		if (!errors.hasErrors()) {
			try {
				Theme created = this.changes.create(this.themes, Theme.create(form.slug(), form.name(), form.style(),
						form.brand(), logo, this.clock.instant(), actor.name()), actor);
				Flash.done(redirect, "theme.created", created.name());
				return new ModelAndView("redirect:/themes/" + created.slug());
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("slug", "theme.fault.slug.taken");
			}
		}
		return page(form, logo, null, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id) {
		Theme theme = this.themes.get(id);
		return page(ThemeForm.of(theme), theme.logo(), theme, HttpStatus.OK);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid ThemeForm form, BindingResult errors,
			Actor actor, RedirectAttributes redirect) {
		Theme theme = this.themes.get(id);
		form.check(errors);
		String logo = logo(form, errors, actor);
		if (errors.hasErrors()) {
			return page(form, logo, theme, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			Theme saved = this.changes.edit(this.themes, theme.id(), form.version(), (before) -> before
				.edit(form.name(), form.style(), form.brand(), logo, this.clock.instant(), actor.name()), actor);
			Flash.done(redirect, "theme.saved", saved.name());
			return new ModelAndView("redirect:/themes/" + saved.slug());
		}
		catch (StaleEditException ex) {
			Theme theirs = this.themes.get(id);
			return page(form, logo, theirs, HttpStatus.CONFLICT).addObject("stale", theirs);
		}
	}

	@PutMapping("/{id}/archive")
	String archive(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return archive(id, true, actor, redirect);
	}

	@DeleteMapping("/{id}/archive")
	String restore(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return archive(id, false, actor, redirect);
	}

	private String archive(String id, boolean away, Actor actor, RedirectAttributes redirect) {
		Theme theme = this.changes.archive(this.themes, this.themes.get(id), away, actor);
		Flash.done(redirect, away ? "theme.archived.done" : "theme.restored.done", theme.name());
		return "redirect:/themes/" + theme.slug();
	}

	/** Takes the picture in that the form brings, also where something else is wrong. */
	private @Nullable String logo(ThemeForm form, BindingResult errors, Actor actor) {
		try {
			if (form.file() != null && !form.file().isEmpty()) {
				return this.images.add(form.file(), actor.name()).url();
			}
		}
		catch (RefusedImageException ex) {
			errors.rejectValue("file", ex.code());
		}
		return form.withoutLogo() ? null : this.images.find(form.logo()).map(UploadedImage::url).orElse(null);
	}

	private ModelAndView page(ThemeForm form, @Nullable String logo, @Nullable Theme theme, HttpStatus status) {
		return new ModelAndView("landing/theme/edit", status).addObject("form", form)
			.addObject("theme", theme)
			.addObject("uses", (theme != null) ? this.usage.find(theme.slug()) : List.of())
			.addObject("logo", logo)
			.addObject("fonts", Arrays.stream(ThemeFont.values()).map(ThemeFont::key).toList());
	}

}
