package dev.sayso.landing.editor;

import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.review.PageTitle;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.store.RefusedImageException;
import dev.sayso.store.UploadedImage;
import dev.sayso.store.UploadedImages;

/**
 * The blocks of a draft: added, moved, duplicated, removed, and each edited by itself.
 */
@ConsolePage
@RequestMapping("/landing-pages/{id}/blocks")
class BlocksController {

	private final LandingPages pages;

	private final PageManagement management;

	private final NewBlocks newBlocks;

	private final PageEditor editor;

	private final UploadedImages images;

	BlocksController(LandingPages pages, PageManagement management, NewBlocks newBlocks, PageEditor editor,
			UploadedImages images) {
		this.pages = pages;
		this.management = management;
		this.newBlocks = newBlocks;
		this.editor = editor;
		this.images = images;
	}

	/**
	 * Adds a block behind the open one, else where blocks of its type belong.
	 * @param act the button that was pressed, such as {@code add:text}
	 */
	@PostMapping
	String add(@PathVariable String id, @RequestParam(defaultValue = "") String act,
			@RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "") String language,
			Actor actor, RedirectAttributes redirect) {
		LandingPage page = this.pages.get(id);
		Choices.check(act.matches("add:.+"));
		PageBlock.Type chosen = Choices.read(act.substring("add:".length()), PageBlock.Type.DIVIDER,
				PageBlock.Type::of);
		if (page.draft().blocks().size() >= BlockOrder.MOST) {
			Flash.error(redirect, "landing.blocks.many", BlockOrder.MOST);
			return back(page, language, after);
		}
		PageBlock added = this.newBlocks.create(page, chosen);
		this.management.change(page.id(),
				(content) -> content.withBlocks(new BlockOrder(content.blocks())
					.add(added, content.block(after).isPresent() ? after : NewBlocks.place(content, added))
					.blocks()),
				actor);
		return back(page, language, added.id());
	}

	/**
	 * Moves, duplicates or removes a block.
	 * @param act the button that was pressed, such as {@code up:intro}; empty where a
	 * block was dragged
	 * @param moved the block that was dragged
	 * @param before the one in front of which it was let go; empty for the end
	 */
	@PutMapping
	String order(@PathVariable String id, @RequestParam(defaultValue = "") String act,
			@RequestParam(defaultValue = "") String moved, @RequestParam(defaultValue = "") String before,
			@RequestParam(defaultValue = "") String language, @RequestParam(defaultValue = "") String block,
			Actor actor, RedirectAttributes redirect) {
		LandingPage page = this.pages.get(id);
		String[] pressed = act.split(":", 2);
		Choices.check(act.isEmpty() || pressed.length == 2);
		if (act.isEmpty()) {
			change(page, (order) -> order.before(moved, before), actor);
			return back(page, language, block);
		}
		String copy = PageBlock.newId();
		LandingPage changed = change(page, (order) -> switch (pressed[0]) {
			case "up" -> order.up(pressed[1]);
			case "down" -> order.down(pressed[1]);
			case "copy" -> (order.blocks().size() < BlockOrder.MOST) ? order.copy(pressed[1], copy) : order;
			case "remove" -> order.remove(pressed[1]);
			default -> throw new NotFoundException("the act " + pressed[0]);
		}, actor);
		redirect.addFlashAttribute("focus", focus(pressed, page, changed));
		String open = changed.draft().block(copy).isPresent() ? copy : block;
		return back(page, language, changed.draft().block(open).isPresent() || open.equals(PageTitle.ID) ? open : "");
	}

	@PutMapping("/{block}")
	ModelAndView save(@PathVariable String id, @PathVariable String block,
			@ModelAttribute("form") @Valid BlockForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String act, Actor actor) {
		LandingPage page = this.pages.get(id);
		boolean closes = Choices.read(act, "", "close").equals("close");
		PageBlock before = find(page, block);
		this.newBlocks.checkAbout(page, before, form.about());
		form.check(before, errors);
		if (errors.hasErrors()) {
			return this.editor.show(page, form.language(), block, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.management.change(page.id(),
					(content) -> PageTitle.find(content, block).map((now) -> apply(form, content, now)).orElse(content),
					actor);
		}
		catch (StaleEditException ex) {
			LandingPage now = this.pages.get(id);
			return this.editor.stale(now, find(now, block), form);
		}
		return new ModelAndView(back(page, form.language(), closes ? "" : block));
	}

	private static PageContent apply(BlockForm form, PageContent content, PageBlock now) {
		if (form.isStale(now)) {
			throw new StaleEditException("block " + now.id());
		}
		return PageTitle.save(content, form.apply(now));
	}

	/** Takes another picture for an image. */
	@PostMapping("/{block}/image")
	ModelAndView upload(@PathVariable String id, @PathVariable String block,
			@RequestPart(required = false) MultipartFile file, @RequestParam(defaultValue = "") String language,
			Actor actor, RedirectAttributes redirect) {
		LandingPage page = this.pages.get(id);
		PageBlock before = find(page, block);
		Choices.check(before.type() == PageBlock.Type.IMAGE);
		try {
			if (file == null || file.isEmpty()) {
				Flash.error(redirect, "landing.fault.file");
				return new ModelAndView(back(page, language, block));
			}
			UploadedImage added = this.images.add(file, actor.name());
			String image = added.url() + "#" + added.width() + "x" + added.height();
			this.management.change(page.id(),
					(content) -> content.block(block)
						.map((now) -> PageTitle.save(content,
								new PageBlock(now.id(), now.type(), image, now.meaning(), now.required(), now.readers(),
										now.texts())))
						.orElse(content),
					actor);
		}
		catch (RefusedImageException ex) {
			Flash.error(redirect, ex.code());
		}
		return new ModelAndView(back(page, language, block));
	}

	private LandingPage change(LandingPage page, UnaryOperator<BlockOrder> change, Actor actor) {
		return this.management.change(page.id(),
				(content) -> content.withBlocks(change.apply(new BlockOrder(content.blocks())).blocks()), actor);
	}

	private static PageBlock find(LandingPage page, String block) {
		return PageTitle.find(page.draft(), block)
			.orElseThrow(() -> new NotFoundException("block " + block + " of landing page " + page.id()));
	}

	/**
	 * Where the keyboard goes on: at the block that was moved, at the one in the place of
	 * one that was removed.
	 */
	private static String focus(String[] pressed, LandingPage before, LandingPage after) {
		List<PageBlock> blocks = after.draft().blocks();
		int place = new BlockOrder(blocks).place(pressed[1]);
		return switch (pressed[0]) {
			case "up" -> ((place > 0) ? "up-" : "down-") + pressed[1];
			case "down" -> ((place < blocks.size() - 1) ? "down-" : "up-") + pressed[1];
			case "remove" -> blocks.isEmpty() ? ""
					: "open-" + blocks
						.get(Math.min(Math.max(new BlockOrder(before.draft().blocks()).place(pressed[1]), 0),
								blocks.size() - 1))
						.id();
			default -> "";
		};
	}

	private static String back(LandingPage page, String language, String block) {
		String open = block.isEmpty() ? "" : "&block=" + block + "#block-" + block;
		return "redirect:/landing-pages/" + page.id() + "?language="
				+ (PageContent.LANGUAGES.contains(language) ? language : page.draft().language()) + open;
	}

}
