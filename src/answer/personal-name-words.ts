import { listOf } from './personal-words.ts'

/** Given names that are common among people who come to Québec, and here. A name is only looked for where it is introduced. */
export const GIVEN_NAMES: ReadonlySet<string> = listOf(`
  adam adel ahmad ahmed aicha aisha alain alberto alejandra alejandro alex alexander alexandra alexandre ali alice alicia amadou amal amar amelia amelie
  amina amine amir amira ana anas andre andrea andres andrew angela angelica ann anna anne annie anthony antoine antonio arash arthur asma audrey ayoub aziz
  barbara beatriz benjamin bernard boubacar brahim brian bruno camila camille carla carlos carmen carol caroline catherine cecilia cedric celine cesar
  chantal charles charlotte chloe christine christopher claire clara claude claudia cristian cristina daniel daniela daniele danielle david deborah denis diana
  diego dina dominique donald driss eduardo elena elias elizabeth emily emma emmanuel enrique eric erika ernesto esteban esther etienne eva fabiola fadi faiza
  fanny farid farida fatima fatiha fatou felipe felix ferdinand fernanda fernando fiona francis francisco francois francoise frank frederic gabriel gabriela
  genevieve george georges gerard gloria gonzalo grace guillaume gustavo guy habib hakim hamid hamza hana hanane hans hassan hector helena helene henri hicham
  hind houda hugo hussein ibrahim imad imane ines ingrid irene isabel isabelle ismail ivan jack jacqueline jacques jaime jamal james jane janet javier jean
  jeanne jennifer jerome jessica jesus jim joan joanna joao joel john johanna jonathan jorge jose josee joseph joshua joyce juan juana judith julia julian julie
  julien julio karen karim karima karine karl kate katherine kevin khadija khaled khalid lamia laura laurent leila leo leon leonardo leyla liliana linda lisa
  louis louise lucas lucia lucie luis luisa luz lydia maha mahmoud malika mamadou manon manuel marc marcel marcela marco marcos margaret maria mariam
  mariana marie marina mario mark marta martha martin martine mary maryam mathieu matthew maurice max mehdi meriem michael michel michele michelle miguel
  miriam mohamad mohamed mohammad mohammed moustapha moussa muhammad mustafa mustapha myriam nabil nadia nadine naima najib nancy natalia natalie nathalie
  nawal nicolas nicole nora norma nour olga olivia olivier omar oscar oumar ousmane pablo pamela paola pascal patricia patrick paul paula paulina pauline
  pedro peter philip philippe pierre priya rachel rachid rafael rahul raj ramon raquel raul ravi rebecca rene ricardo richard rita robert roberto rodrigo roger
  roland rosa ruben ruth ryan sabrina said salah salim salma samir samira samuel sandra santiago sara sarah sebastien sebastian sergio sharon simon simone
  sofia sofiane sonia sophie stephane stephanie stephen steve steven susan susana suzanne sylvain sylvie tarek tariq teresa thomas tony valentina valerie
  vanessa vera veronica veronique victor victoria vincent virginie william xavier ximena yacine yasmina yasmine yolanda youcef youssef yusuf yves yvette
  yvonne zahra zineb zoe
  عبد محمد احمد أحمد محمود مصطفى علي حسن حسين عمر عمرو خالد يوسف ابراهيم إبراهيم اسماعيل كريم سعيد سمير نبيل جمال كمال طارق ياسين ياسر وليد هشام رشيد حميد مراد
  عثمان بلال زياد فادي رامي ماهر سامي نادر عادل فؤاد جورج الياس ايمن أيمن انس أنس حمزة مهدي امين أمين اسامة أسامة عبدالله عبدالرحمن عبدالناصر فاطمة عائشة خديجة مريم زينب سارة ليلى
  هدى نور سلمى سعاد نادية سميرة امينة أمينة حنان ايمان إيمان رانيا ريم دينا هبة منى لينا رنا سناء نجاة كريمة حياة ملك ياسمين`)

/** Titles after which a name comes. */
export const TITLES: ReadonlySet<string> = listOf(
  'docteur docteure doctor doctora dr dre dra mr mrs ms miss monsieur madame mme m maitre me sir sr sra senor senora prof professeur professor الدكتور دكتور الدكتورة دكتورة السيد السيدة المهندس',
)

/** Small words inside a name. */
export const PARTICLES: ReadonlySet<string> = listOf(
  'de da do dos del della di du el al la le van von der den bin ben ibn ould bint bou abou abu أبو ابو بن بنت ال',
)

/** Words that follow an introduction and are no name, and words that end one: pronouns, verbs, places, occupations. */
export const NOT_A_NAME: ReadonlySet<string> = listOf(`
  a an and are at be because but by can could do does for from had has have he here how i if in is it its like live lives living looking me my need new no not of on or our she
  so some still that the their there they this to too trying want was we were what when where who why will with work working would years you your
  also already always just only really very spelled misspelled written wrong missing different changed correct incorrect listed registered same hard difficult long common
  abroad canada canadian quebec immigrant refugee student resident citizen worker graduate trained born married single
  nurse nurses engineer doctor physician teacher dentist pharmacist lawyer accountant carpenter electrician plumber welder driver cook chef technician mechanic architect
  midwife physiotherapist psychologist veterinarian translator manager programmer developer assistant educator
  ai aie ainsi au aussi aux avec c ca car ce ces cet cette chez comme comment dans de depuis des dois donc du elle elles en encore est et etait etre fait ici il ils j j'ai jai je l la le les leur
  m ma mais me mes moi mon n ne ni nos notre nous on ont ou par parce pas pendant peux plus pour pourquoi quand que quel quelle qui s sa se ses si son sont suis sur t tout tres un une
  vais vers veux viens voudrais vous y mal ecrit ecrite different differente bien trop long arrive arrivee cherche habite travaille diplome diplomee forme formee ne nee age agee marie mariee
  infirmier infirmiere infirmiers ingenieur ingenieure medecin docteur enseignant enseignante professeur dentiste pharmacien pharmacienne avocat avocate comptable menuisier
  charpentier electricien electricienne plombier soudeur chauffeur cuisinier technicien technicienne mecanicien architecte sage ergotherapeute physiotherapeute psychologue veterinaire traducteur
  traductrice gestionnaire programmeur developpeur adjointe educatrice educateur etudiant etudiante refugie refugiee immigrante immigre originaire citoyen travailleur travailleuse
  al ante aqui asi aun bajo como con cual cuando de del desde donde el ella en entre era es esa ese esta este estoy fue ha hay he la las llegue lo los mas me mi mis muy necesito no nos o para
  pero por porque quiero quien se sin sobre soy su sus tengo tiene todo tu un una vengo vivo y ya yo diferente distinto escrito mal largo
  enfermero enfermera ingeniero ingeniera medico medica maestro maestra profesor profesora odontologo odontologa farmaceutico abogado abogada contador contadora carpintero electricista plomero
  soldador chofer cocinero tecnico tecnica arquitecto arquitecta psicologo psicologa veterinario traductor traductora estudiante refugiado inmigrante residente ciudadano trabajador trabajadora
  من في الى إلى عن مع و او أو ان أن انا أنا انت هو هي نحن عمري عندي لدي ابلغ أبلغ مواليد اسكن أسكن اعمل أعمل اريد أريد ارغب أرغب احتاج كيف هل ما ماذا متى اين أين لماذا ليس لا غير مختلف مكتوب خطأ
  طبيب طبيبة مهندس مهندسة ممرض ممرضة معلم معلمة مدرس صيدلي صيدلانية محامي محاسب نجار كهربائي سباك سائق طباخ فني طالب طالبة لاجئ لاجئة مقيم مقيمة مهاجر خريج خريجة متزوج متزوجة حاصل حاصلة
  مغربي مغربية جزائري جزائرية تونسي تونسية سوري سورية لبناني لبنانية مصري مصرية عراقي من كندا كيبيك`)
