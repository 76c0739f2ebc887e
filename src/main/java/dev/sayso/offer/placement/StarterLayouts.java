package dev.sayso.offer.placement;

import java.util.List;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.FieldKind;

/**
 * The fields and the template that a placement begins with, called in the language of
 * whoever makes it.
 */
@Component
public class StarterLayouts {

	private static final String TEMPLATE = """
			<section>
			  {{#fields.image}}<img src="{{fields.image}}" alt="">{{/fields.image}}
			  <h2>{{fields.heading}}</h2>
			  {{#fields.text}}<p>{{fields.text}}</p>{{/fields.text}}
			  {{#fields.link}}<p><a href="{{fields.link}}">{{fields.button}}</a></p>{{/fields.link}}
			</section>""";

	private final MessageSourceAccessor messages;

	StarterLayouts(MessageSourceAccessor messages) {
		this.messages = messages;
	}

	/** That of a placement that shows this; none but for fields. */
	public ContentLayout get(ContentType type) {
		return (type != ContentType.FIELDS) ? ContentLayout.NONE
				: new ContentLayout(List.of(field(FieldKind.HEADING, true, 80), field(FieldKind.TEXT, false, 500),
						field(FieldKind.IMAGE, false, 500), field(FieldKind.BUTTON, false, 40),
						field(FieldKind.LINK, false, 500)), TEMPLATE);
	}

	private ContentField field(FieldKind kind, boolean mandatory, int longest) {
		return new ContentField(kind.key(), this.messages.getMessage("field-kind." + kind.key()), kind.key(), mandatory,
				longest);
	}

}
