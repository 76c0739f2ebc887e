package dev.sayso.shared.api;

import java.util.stream.Stream;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.converters.ModelConverterRegistrar;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.Actor;

/**
 * What the API's document says of the whole.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	/**
	 * @param converters teach springdoc what Spring's own types hold, once they are there
	 */
	@Bean
	OpenAPI openApi(ModelConverterRegistrar converters) {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
		return new OpenAPI()
			.info(new Info().title("Sayso")
				.version("v1")
				.description(
						"""
								Who may be contacted, on which channel, with what.

								Errors are problem details (RFC 9457) with `errors[{pointer, detail}]` for a body that is not taken;
								of flags they are the protocol's own, but for 401, 403 and 429.
								Lists take `limit` (1 to 1000, 50 unless told) and `cursor`; `next` is absent at the end.
								A query parameter that does not exist, or is given twice, is refused. What an id may be is percent-encoded in a path.
								Times are RFC 3339 in UTC. Tokens are made in Settings."""))
			.components(new Components().addSecuritySchemes("token",
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
			.addSecurityItem(new SecurityRequirement().addList("token"));
	}

	@Bean
	RecordSchemas recordSchemas() {
		return new RecordSchemas();
	}

	@Bean
	ApiDocument apiDocument() {
		return new ApiDocument();
	}

	/**
	 * What makes the document is made when somebody asks for it: otherwise each start,
	 * and the memory of a process whose document nobody reads, would bear a thousand
	 * classes.
	 */
	@Bean
	static BeanFactoryPostProcessor documentWhenAsked() {
		return (beans) -> Stream.of(beans.getBeanDefinitionNames())
			.map(beans::getBeanDefinition)
			.filter(OpenApiConfiguration::makesDocument)
			.forEach((bean) -> bean.setLazyInit(true));
	}

	private static boolean makesDocument(BeanDefinition bean) {
		return bean instanceof AnnotatedBeanDefinition annotated && Stream
			.of(annotated.getMetadata().getClassName(),
					(annotated.getFactoryMethodMetadata() != null)
							? annotated.getFactoryMethodMetadata().getDeclaringClassName() : "")
			.anyMatch((type) -> type.startsWith("org.springdoc") || type.equals(OpenApiConfiguration.class.getName()));
	}

}
