/** First names that news often has, from many countries; those that are words as well are left out ("Will", "Grace"). */
export const firstNames = `
aaron abdel abdul abdullah abel abigail abraham adam adele adrian ahmad ahmed aidan aisha akira alain alan albert alberto alejandro alessandro
alex alexander alexandra alexandre alexei alexis alfonso alfred alfredo ali alice alicia alina alison allan allen alonso amanda amelia amir amy
ana anastasia anatoly anders andre andrea andreas andrei andres andrew andriy andrzej andy angela angelina anita ann anna anne annette annie anthony
antoine anton antonio antony arjun arnold arthur artur ashley ashraf asif audrey augusto avi axel ayesha aziz barack barbara barry bashar beatrice
ben benedict benito benjamin bernard bernardo bernd bernie beth betty beverly bilal blake bogdan boris brad bradley brandon brenda brendan brett
brian bridget bruce bruno bryan byron calvin cameron camila carl carla carlo carlos carmen carol carolina caroline carolyn catherine cathy cecilia
cedric celine cesar chad charles charlie charlotte chelsea cheryl chloe chris christian christina christine christophe christopher cindy claire clara
clarence claude claudia clement clive colin connor conor constantin courtney craig cristina crystal curtis cynthia cyril damian dan daniel daniela
danielle danny daria darren daryl dave david dean deborah debra denis denise dennis derek desmond diana diane diego dieter dimitri dmitri dmitry dolores
dominic dominique don donald donna dorothy doug douglas duncan dylan ed eddie edgar eduardo edward edwin eileen elaine eleanor elena eli elias elijah
elisabeth eliza elizabeth ella ellen elliot elon elsa emanuel emil emily emma emmanuel enrico enrique eric erica erich erik erin ernest ernesto esther
ethan eugene eva evan evelyn fabian farid fatima federico felipe felix fernanda fernando fiona florence florian fran frances francesca francesco
francis francisco franco francois frank franklin franz fred frederic frederick friedrich fritz fyodor gabriel gabriela gareth gary gavin geert gene
geoff geoffrey george georgios gerald gerard gerhard gianni gideon gilbert gina giorgio giovanni giulia giuseppe glen glenn gloria gonzalo gordon
graham greg gregor gregory greta guido guillaume guillermo gunther gustavo guy gwen hamid hannah hans harold harriet harris harry harvey hasan hassan
heather hector heidi heinrich helen helena helmut henri henrik henry herbert herman hilary hillary hiroshi horst howard hubert hugh hugo hussein ian
ibrahim ignacio igor ilya imran ingrid irene irina iris isaac isabel isabella ismail israel ivan ivana jack jackie jacob jacqueline jacques jaime jake
jamal james jamie jan jane janet janice jared jasmine jason javier jay jean jeanne jeff jeffrey jennifer jenny jens jeremy jerome jerry jesse jessica
jesus jill jim jimmy jiri joan joanna joao joaquin jodie joe joel johan johann johannes john johnny jon jonas jonathan jordi jorge jose josef joseph
josh joshua joyce juan juanita judith judy juha jules julia julian juliana julie julien juliet julio julius jurgen justin kamala karen karim karin karl
karol kate katerina katherine kathleen kathryn kathy katie katrina kazuo keith kelly ken kenji kenneth kenny kerry kevin khaled khalid kim kimberly
kirk kirsten klaus konrad konstantin kristen kristin kristina kurt kyle larry lars laszlo laura lauren laurence laurent lawrence layla leah lee leila
len lena leo leon leonard leonardo leonid leroy leslie lester lewis liam lila lina linda lindsay lindsey lionel lisa liz lloyd lorenzo lorraine louis
louise luc luca lucas lucia luciano lucy ludwig luigi luis luiz lukas luke lydia lynn maarten mads magnus mahmoud malcolm malik manfred manuel marc
marcel marcelo marcia marco marcos marcus margaret margarita maria mariam marian mariana marianne marie marilyn marina mario marion marjorie mark
markus marlene marta martha martin martina marty marvin mary masato mateo mateusz mathias matt matteo matthew matthias maureen maurice mauricio max
maxim maxime maya megan mehmet melanie melinda melissa mercedes meredith michael michel michele michelle miguel mikael mike mikhail milan mildred
milos mina miranda miriam mitch mitchell mohamed mohammad mohammed moises molly monica monika morgan moses muhammad mustafa myra nadia nadine nancy
naomi narendra natalia natalie natasha nathan nathaniel neil nelson nicholas nick nicola nicolas nicole niels nigel nikita nikki nikola nikolai nina
noah noam noel nora norman norma olaf oleg oleksandr olena olga oliver olivia olivier omar orlando oscar osman otto owen pablo pamela paola paolo
pascal patricia patrick patty paul paula paulo pavel pedro peggy penelope per perry pete peter petr petra phil philip philippe phillip phyllis pierre
piotr pranab priya rachel rafael rahul rainer raj rajesh ralph ramon ramzan randall randy raphael rashid raul ray raymond rebecca recep regina reinhard
renata rene rhonda ricardo richard rick ricky rita robert roberta roberto robin rod roderick rodney rodrigo roger rohan roland rolf roman ron ronald
ronnie rosa rosalind rosemary ross roy ruben rudolf rudy rupert russell ruth ryan sabrina sadiq said saleh salim sally salman salvador salvatore sam
samantha samir samuel sandra sanjay santiago sara sarah sasha saul scott sean sebastian sergei sergey sergio seth shane shannon sharon shaun sheila
shelley sherry shinzo shirley sidney sigmund silvia silvio simon simone sofia sonia sophia sophie stacy stan stanislav stanley stefan stefano stella
stephan stephane stephanie stephen steve steven stewart stuart sue sultan susan susanna susanne suzanne sven svetlana sylvia tamara tanya tara tariq
tatiana tayyip ted terence teresa terrence terry thabo thelma theo theodore theresa thierry thomas tiffany tim timothy tina tobias todd tom tomas tommy
toni tony tracey tracy travis trevor troy tyler ulrich umberto ursula valentina valerie valery vanessa vasily vera vernon veronica vicente vicki victor
victoria viktor vince vincent virginia vitali vivek vivian vladimir volodymyr walid walter wanda warren wayne wendy werner wilfred wilhelm william
willie winston wladyslaw wolfgang xavier xi yaroslav yasmin yasser yitzhak yolanda yousef youssef yukio yulia yuri yusuf yves yvette yvonne zachary
zainab zoe zoltan
`;
