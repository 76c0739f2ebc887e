package dev.sayso.offer.placement;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.audit.CatalogueRepository;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListQuery;
import dev.sayso.shared.page.PageFrame;

/**
 * The pages of one kind of thing in the catalogue: the list, the form and the archive.
 * Its own columns, facts and fields stand in {@code offer/<kind>/_parts.html}.
 */
public abstract class CatalogueController<T extends CatalogueThing<T>, F extends CatalogueForm> {

	protected final CatalogueRepository<T> things;

	private final String kind;

	private final String icon;

	private final AuditedChanges changes;

	private final CatalogueUsages usages;

	private final Clock clock;

	protected CatalogueController(String kind, String icon, CatalogueRepository<T> things, AuditedChanges changes,
			CatalogueUsages usages, Clock clock) {
		this.kind = kind;
		this.icon = icon;
		this.things = things;
		this.changes = changes;
		this.usages = usages;
		this.clock = clock;
	}

	/**
	 * A thing in the list.
	 *
	 * @param more what the list tells of it beside
	 */
	public record Row<T>(T thing, int uses, Object more) {

	}

	/** The form of a thing; a blank one for null. */
	protected abstract F form(@Nullable T thing);

	protected abstract T create(F form, Instant now, String by);

	protected abstract T edit(T before, F form, Instant now, String by);

	/** What the page has beside the form, by name. */
	protected abstract Map<String, ?> choices(F form, @Nullable T thing, boolean open);

	/** The template of the form, where it is more than a card of fields. */
	protected String editor() {
		return "offer/placement/edit";
	}

	/** What the list tells of each of these beside. */
	protected Function<T, Object> more(List<T> shown) {
		return (thing) -> thing;
	}

	/** Says what is not there that a form names. */
	protected void check(F form, @Nullable T thing, Errors errors) {
	}

	/** The form again where a button of it was pressed that does not save; else null. */
	protected @Nullable ModelAndView redraw(F form, @Nullable T thing, String act) {
		return null;
	}

	@GetMapping
	ModelAndView list(@RequestParam Map<String, String> parameters) {
		ListQuery query = new ListQuery("/" + this.kind + "s", List.of(ListFilter.ARCHIVED), List.of("name"),
				parameters);
		List<T> all = this.things.findAllByOrderByName();
		List<T> matching = all.stream()
			.filter((thing) -> thing.isArchived() == query.archived() && query.finds(thing))
			.toList();
		return new ModelAndView("offer/placement/list").addObject("kind", this.kind)
			.addObject("icon", this.icon)
			.addObject("list", query.page(matching, all.size()).map(this::rows));
	}

	@GetMapping("/new")
	ModelAndView draft() {
		return page(form(null), null, true, HttpStatus.OK);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id, @ModelAttribute("pageFrame") PageFrame pageFrame) {
		T thing = this.things.get(id);
		return page(form(thing), thing, pageFrame.markets(), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid F form, BindingResult errors,
			@RequestParam(defaultValue = "") String act, Actor actor, RedirectAttributes redirect) {
		ModelAndView redrawn = redraw(form, null, act);
		if (redrawn != null) {
			return redrawn;
		}
		form.checkNew(errors);
		check(form, null, errors);
		if (!errors.hasErrors()) {
			try {
				T created = create(form, this.clock.instant(), actor.name());
				return done(this.kind + ".created", this.changes.create(this.things, created, actor), redirect);
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("slug", this.kind + ".fault.slug.taken");
			}
		}
		return page(form, null, true, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid F form, BindingResult errors,
			@RequestParam(defaultValue = "") String act, Actor actor, RedirectAttributes redirect) {
		T thing = this.things.get(id);
		ModelAndView redrawn = redraw(form, thing, act);
		if (redrawn != null) {
			return redrawn;
		}
		form.check(errors);
		check(form, thing, errors);
		if (errors.hasErrors()) {
			return page(form, thing, true, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			T saved = this.changes.edit(this.things, thing.id(), form.version(),
					(before) -> edit(before, form, this.clock.instant(), actor.name()), actor);
			return done(this.kind + ".saved", saved, redirect);
		}
		catch (StaleEditException ex) {
			T theirs = this.things.get(id);
			return page(form, theirs, true, HttpStatus.CONFLICT).addObject("stale", theirs);
		}
	}

	/** What is live keeps using it. */
	@PutMapping("/{id}/archive")
	ModelAndView archive(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return done("catalogue.archived", this.changes.archive(this.things, this.things.get(id), true, actor),
				redirect);
	}

	@DeleteMapping("/{id}/archive")
	ModelAndView restore(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return done("restored", this.changes.archive(this.things, this.things.get(id), false, actor), redirect);
	}

	private List<Row<T>> rows(List<T> shown) {
		Map<String, Integer> counts = this.usages.counts(this.kind,
				shown.stream().map(CatalogueThing::slug).collect(Collectors.toSet()));
		Function<T, Object> more = more(shown);
		return shown.stream()
			.map((thing) -> new Row<>(thing, counts.getOrDefault(thing.slug(), 0), more.apply(thing)))
			.toList();
	}

	private ModelAndView done(String code, T thing, RedirectAttributes redirect) {
		Flash.done(redirect, code, thing.name());
		return new ModelAndView("redirect:/" + this.kind + "s/" + thing.slug());
	}

	protected final ModelAndView page(F form, @Nullable T thing, boolean open, HttpStatus status) {
		return new ModelAndView(editor(), status).addObject("kind", this.kind)
			.addObject("form", form)
			.addObject("thing", thing)
			.addObject("open", open)
			.addObject("uses", (thing != null) ? this.usages.find(this.kind, thing.slug()) : CatalogueUsages.Uses.NONE)
			.addAllObjects(choices(form, thing, open));
	}

}
