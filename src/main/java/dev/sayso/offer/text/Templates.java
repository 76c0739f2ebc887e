package dev.sayso.offer.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import dev.sayso.person.ProfileFields;
import dev.sayso.shared.PublicAddress;

/**
 * Compiles texts over the fields there are now: mustache without logic, partials and
 * unescaped values, with {@code {{name|otherwise}}} for what is missing.
 */
@Component
public class Templates {

	private final Supplier<Map<String, ProfileFields.Field>> fields;

	private final Supplier<String> site;

	private final Function<ContentLayout, Template> layouts;

	@Autowired
	Templates(ProfileFields fields, PublicAddress address) {
		this(fields::byName, address::url);
	}

	/**
	 * Templates over these fields.
	 * @param site the address of this deployment, without a slash at its end
	 */
	Templates(Supplier<Map<String, ProfileFields.Field>> fields, Supplier<String> site) {
		this(fields, site, (layout) -> TemplateCompiler.compile(layout, site));
	}

	private Templates(Supplier<Map<String, ProfileFields.Field>> fields, Supplier<String> site,
			Function<ContentLayout, Template> layouts) {
		this.fields = fields;
		this.site = site;
		this.layouts = layouts;
	}

	/**
	 * The same over the fields there are at this moment, for whoever compiles many texts
	 * at once: the template of a placement is then compiled once for all of them.
	 */
	public Templates now() {
		Map<String, ProfileFields.Field> now = this.fields.get();
		Map<ContentLayout, Template> compiled = new ConcurrentHashMap<>();
		return new Templates(() -> now, this.site, (layout) -> compiled.computeIfAbsent(layout, this.layouts));
	}

	/**
	 * Makes the template of a placement ready to be filled with what its fields say.
	 * @throws InvalidTemplateException with everything that is wrong with it
	 */
	public Template compile(ContentLayout layout) {
		return this.layouts.apply(layout);
	}

	/**
	 * Makes a text ready to be filled.
	 * @param attributes the offer's own by name; null where they are not known
	 * @throws InvalidTemplateException with everything that is wrong with it
	 */
	public Template compile(ContentType type, String content, @Nullable Map<String, Object> attributes) {
		return new TemplateCompiler(type, new TemplateNames(this.fields.get(), attributes), this.site).compile(content);
	}

}
